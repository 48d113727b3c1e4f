import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoDay } from "#app/domain/format.ts";
import { isId } from "#app/domain/id.ts";
import { inOfferedOrder } from "#app/domain/round-view.ts";
import { NewRound } from "#app/domain/round-input.ts";
import { audienceOf, closingMoment, dayAfter, dueAt, endDateError, extensionError, familiesAsked, isDay, lastCountMoment, longestDays, roundsInTheWay, roundState } from "#app/domain/round.ts";
import { profileAt } from "#app/services/frameworks.server.ts";

const at = (text: string) => new Date(text);
const opensAt = at("2026-11-16T13:00:00Z");
const closesAt = at("2026-11-30T22:59:00Z");

describe("where a round stands", () => {
  test.each([
    ["just opened", "2026-11-16T13:00:00Z", null, null, "open"],
    ["the last millisecond", "2026-11-30T22:58:59.999Z", null, null, "open"],
    ["at the closing time", "2026-11-30T22:59:00Z", null, null, "closing"],
    ["long after, with the job away", "2026-12-24T00:00:00Z", null, null, "closing"],
    ["released", "2026-12-01T00:00:00Z", null, "2026-11-30T23:04:00Z", "released"],
    ["cancelled", "2026-11-20T00:00:00Z", "2026-11-17T00:00:00Z", null, "cancelled"],
    ["cancelled, long after", "2026-12-20T00:00:00Z", "2026-11-17T00:00:00Z", null, "cancelled"],
  ] as const)("%s", (_, now, cancelled, released, state) => {
    expect(roundState({ closesAt, cancelledAt: cancelled && at(cancelled), releasedAt: released && at(released) }, at(now))).toBe(state);
  });

  test("the figures are made five minutes after the closing time", () => expect(dueAt(closesAt)).toEqual(at("2026-11-30T23:04:00Z")));
});

describe("the end of a round", () => {
  test.each([
    ["winter", "2026-11-30", "2026-11-30T22:59:00Z"],
    ["summer", "2026-07-01", "2026-07-01T21:59:00Z"],
    ["the night the clock goes forward", "2027-03-28", "2027-03-28T21:59:00Z"],
    ["the day before it", "2027-03-27", "2027-03-27T22:59:00Z"],
    ["the night the clock goes back", "2027-10-31", "2027-10-31T22:59:00Z"],
    ["a leap day", "2028-02-29", "2028-02-29T22:59:00Z"],
    ["new year's eve", "2026-12-31", "2026-12-31T22:59:00Z"],
  ])("is 23:59 in the Netherlands: %s", (_, day, moment) => expect(closingMoment(day)).toEqual(at(moment)));

  test("on every day there is exactly one such moment, and it lies on that day", () => {
    fc.assert(
      fc.property(fc.date({ min: at("2000-01-01T12:00:00Z"), max: at("2099-12-31T12:00:00Z"), noInvalidDate: true }), (moment) => {
        const day = isoDay(moment);
        const end = closingMoment(day)!;
        expect(isoDay(end)).toBe(day);
        expect(isoDay(new Date(end.getTime() + 60_000))).toBe(dayAfter(day, 1));
        expect(new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", timeStyle: "short" }).format(end)).toBe("23:59");
      }),
    );
  });

  test.each([
    ["today", "2026-11-16", "too-early"],
    ["yesterday", "2026-11-15", "too-early"],
    ["tomorrow", "2026-11-17", null],
    ["after 120 days", "2027-03-16", null],
    ["after 121 days", "2027-03-17", "too-late"],
    ["no day", "2026-02-30", "bad-date"],
    ["another notation", "16-11-2026", "bad-date"],
    ["nothing", "", "bad-date"],
    ["a date with more behind it", "2026-12-01 or 1=1", "bad-date"],
  ])("%s", (_, day, error) => expect(endDateError(day, { opensAt, now: opensAt })).toBe(error));

  test("just before midnight tomorrow is the next day in the Netherlands, whatever UTC says", () => {
    const now = at("2026-11-16T23:30:00Z"); // Tuesday 0:30
    expect(endDateError("2026-11-17", { opensAt: now, now })).toBe("too-early");
    expect(endDateError("2026-11-18", { opensAt: now, now })).toBeNull();
  });

  test("a later end is later than the one before, tomorrow or after, and within 120 days of the opening", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 200 }), fc.integer({ min: 0, max: 13 }), (days, passed) => {
        const day = dayAfter("2026-11-16", days);
        const now = new Date(opensAt.getTime() + passed * 86_400_000);
        const error = extensionError(day, { opensAt, closesAt, cancelledAt: null, releasedAt: null }, now);
        if (error === null) {
          expect(closingMoment(day)! > closesAt && closingMoment(day)! > now).toBe(true);
          expect(days).toBeLessThanOrEqual(longestDays);
        } else expect(days <= Math.max(14, passed) || days > longestDays).toBe(true);
      }),
    );
  });
});

test("days are days of the calendar", () => {
  for (const day of ["2026-11-16", "2028-02-29", "1999-12-31"]) expect(isDay(day)).toBe(true);
  for (const day of ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "9999-01-01", "", "vandaag", "2026-11-16T00:00"]) expect(isDay(day)).toBe(false);
});

test("the response is counted at seven in the morning, in summer and in winter", () => {
  expect(lastCountMoment(at("2026-11-16T05:59:59Z"))).toEqual(at("2026-11-15T06:00:00Z"));
  expect(lastCountMoment(at("2026-11-16T06:00:00Z"))).toEqual(at("2026-11-16T06:00:00Z"));
  expect(lastCountMoment(at("2026-07-01T05:00:00Z"))).toEqual(at("2026-07-01T05:00:00Z"));
  // The morning after the clock went forward.
  expect(lastCountMoment(at("2027-03-28T04:59:00Z"))).toEqual(at("2027-03-27T06:00:00Z"));
  fc.assert(
    fc.property(fc.date({ min: at("2020-01-01T00:00:00Z"), max: at("2040-01-01T00:00:00Z"), noInvalidDate: true }), (now) => {
      const age = now.getTime() - lastCountMoment(now).getTime();
      expect(age).toBeGreaterThanOrEqual(0);
      expect(age).toBeLessThan(25 * 3_600_000);
    }),
  );
});

describe("who is in a round", () => {
  const profile = profileAt("kennisnet-po", "1.0.0")!;
  test("families that have a questionnaire, in the fixed order", () => {
    expect(familiesAsked(profile)).toEqual(["leraar", "onderwijsondersteuner"]);
    expect(familiesAsked(profileAt("digcompedu-po", "1.0.0")!)).toEqual(["leraar"]);
  });
  test("whole families, or the functions of a family that are asked", () => {
    const audience = audienceOf(profile, ["onderwijsondersteuner", "leraar", "staf"]);
    expect(audience.whole).toEqual(["leraar"]);
    expect(audience.functions).toContain("onderwijsondersteuner/concierge");
    expect(audience.functions).not.toContain("onderwijsondersteuner/ict-medewerker");
  });
});

test("a school is busy while a round of the same framework is open at it, and not a moment longer", () => {
  const open = { schoolId: "a", closesAt, cancelledAt: null };
  expect(roundsInTheWay(["a", "b"], [open], opensAt)).toEqual([open]);
  expect(roundsInTheWay(["a", "b"], [open], closesAt)).toEqual([]);
  expect(roundsInTheWay(["a", "b"], [{ ...open, cancelledAt: opensAt }], opensAt)).toEqual([]);
  expect(roundsInTheWay(["b"], [open], opensAt)).toEqual([]);
});

describe("the form", () => {
  const filled = { instrument: "digcompedu@2017.1.0/statements", name: " Najaar ", schoolIds: ["018f2f6a-1111-4222-8333-123456789abc"], families: ["leraar"], closesOn: "2026-12-01", threshold: "5", privacy: "confidential" };
  const codes = (more: object) => {
    const parsed = NewRound.safeParse({ ...filled, ...more });
    return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
  };
  test("reads numbers and trims", () => expect(NewRound.parse(filled)).toMatchObject({ name: "Najaar", threshold: 5 }));
  test.each([
    [{ name: "   " }, "name: required"],
    [{ name: "x".repeat(81) }, "name: too-long"],
    [{ schoolIds: [] }, "schoolIds: no-schools"],
    [{ schoolIds: ["1 or 1=1"] }, "schoolIds: unknown-school"],
    [{ families: [] }, "families: no-families"],
    [{ families: ["kok"] }, "families: family-not-asked"],
    [{ threshold: "4" }, "threshold: bad-threshold"],
    [{ threshold: "11" }, "threshold: bad-threshold"],
    [{ threshold: "5.5" }, "threshold: bad-threshold"],
    [{ threshold: "veel" }, "threshold: bad-threshold"],
    [{ privacy: "anonymous" }, "privacy: required"],
    [{ closesOn: "" }, "closesOn: required"],
  ])("%j", (more, code) => expect(codes(more)).toEqual([code]));
});

test("only what looks like an id is asked of the database", () => {
  expect(isId("018f2f6a-1111-4222-8333-123456789abc")).toBe(true);
  for (const text of ["", "1", "018f2f6a-1111-4222-8333-123456789ab", "018f2f6a-1111-4222-8333-123456789abcd", "x'--"]) expect(isId(text)).toBe(false);
});

describe("the order of what can be asked", () => {
  const listed = fc.record({ framework: fc.constantFrom("a", "b", "c", "d"), instrument: fc.constantFrom("x", "y"), families: fc.integer({ min: 1, max: 5 }), superseded: fc.boolean() });

  test("first what was asked before, the last one first; then what asks most groups; what has a successor last", () => {
    const named = (framework: string, families: number, superseded = false) => ({ framework, instrument: "x", families, superseded });
    const offered = [named("a", 1), named("b", 5, true), named("c", 2), named("d", 5), named("e", 1)];
    expect(inOfferedOrder(offered, (each) => each, [{ framework: "e", instrument: "x" }, { framework: "b", instrument: "x" }, { framework: "a", instrument: "y" }]).map(({ framework }) => framework)).toEqual(["e", "b", "d", "c", "a"]);
  });

  test("loses nothing and puts nothing used behind something unused", () => {
    fc.assert(
      fc.property(fc.array(listed), fc.uniqueArray(fc.record({ framework: fc.constantFrom("a", "b", "c"), instrument: fc.constantFrom("x", "y") }), { selector: ({ framework, instrument }) => framework + instrument }), (offered, used) => {
        const order = inOfferedOrder(offered, (each) => each, used);
        expect(new Set(order)).toEqual(new Set(offered));
        expect(order.length).toBe(offered.length);
        const wasUsed = order.map(({ framework, instrument }) => used.some((round) => round.framework === framework && round.instrument === instrument));
        expect(wasUsed.lastIndexOf(true)).toBeLessThan(wasUsed.includes(false) ? wasUsed.indexOf(false) : order.length);
      }),
    );
  });
});
