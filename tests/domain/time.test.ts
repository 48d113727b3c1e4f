import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { phaseAt } from "#app/domain/assessment/round-phase.ts";
import { clock, dayInWords, isoDay, momentInWords } from "#app/domain/format.ts";
import { trainingDayError } from "#app/domain/planning/training.ts";
import { dayProblem, daysUntil, lastDay, momentOf, proposedDay } from "#app/domain/result/goal.ts";
import { closingMoment, dayAfter, dueAt, endDateError, lastCountMoment, roundState, schoolSeason } from "#app/domain/round.ts";

const at = (text: string) => new Date(text);
const minutes = (moment: Date, count: number) => new Date(moment.getTime() + count * 60_000);

/** End days on which something is the matter with the clock or the calendar, the moment at which they end, and how that is said. */
const ends = [
  ["2027-03-27", "2027-03-27T22:59:00.000Z", "za 27 maart 2027, 23:59", "Sat 27 March 2027, 23:59"],
  ["2027-03-28", "2027-03-28T21:59:00.000Z", "zo 28 maart 2027, 23:59", "Sun 28 March 2027, 23:59"],
  ["2027-03-29", "2027-03-29T21:59:00.000Z", "ma 29 maart 2027, 23:59", "Mon 29 March 2027, 23:59"],
  ["2027-03-31", "2027-03-31T21:59:00.000Z", "wo 31 maart 2027, 23:59", "Wed 31 March 2027, 23:59"],
  ["2027-10-30", "2027-10-30T21:59:00.000Z", "za 30 oktober 2027, 23:59", "Sat 30 October 2027, 23:59"],
  ["2027-10-31", "2027-10-31T22:59:00.000Z", "zo 31 oktober 2027, 23:59", "Sun 31 October 2027, 23:59"],
  ["2027-11-01", "2027-11-01T22:59:00.000Z", "ma 1 november 2027, 23:59", "Mon 1 November 2027, 23:59"],
  ["2028-02-28", "2028-02-28T22:59:00.000Z", "ma 28 februari 2028, 23:59", "Mon 28 February 2028, 23:59"],
  ["2028-02-29", "2028-02-29T22:59:00.000Z", "di 29 februari 2028, 23:59", "Tue 29 February 2028, 23:59"],
  ["2028-03-01", "2028-03-01T22:59:00.000Z", "wo 1 maart 2028, 23:59", "Wed 1 March 2028, 23:59"],
  ["2027-12-31", "2027-12-31T22:59:00.000Z", "vr 31 december 2027, 23:59", "Fri 31 December 2027, 23:59"],
  ["2028-01-01", "2028-01-01T22:59:00.000Z", "za 1 januari 2028, 23:59", "Sat 1 January 2028, 23:59"],
] as const;

describe("a round that ends", () => {
  test.each(ends)("on %s ends at %s, and is said with the day of the week", (day, moment, nl, en) => {
    const end = closingMoment(day)!;
    expect(end.toISOString()).toBe(moment);
    expect([momentInWords(end, "nl"), momentInWords(end, "en")]).toEqual([nl, en]);
    expect(isoDay(end)).toBe(day);
    const round = { closesAt: end, cancelledAt: null, releasedAt: null };
    expect([roundState(round, minutes(end, -1 / 60_000)), roundState(round, end)]).toEqual(["open", "closing"]);
    expect([-1, 0, 4.999, 5].map((after) => phaseAt(end, minutes(end, after)))).toEqual(["open", "grace", "grace", "closed"]);
    expect(dueAt(end)).toEqual(minutes(end, 5));
  });

  test.each(ends)("on %s can be chosen until the day before, and not on the day itself", (day) => {
    // Half past midnight and half to midnight on Dutch clocks, whatever UTC says.
    for (const time of ["00:30", "02:30", "12:00", "23:30"]) {
      const before = momentOf(dayAfter(day, -1), time);
      expect(endDateError(day, { opensAt: before, now: before }), time).toBeNull();
      const same = momentOf(day, time);
      expect(endDateError(day, { opensAt: before, now: same }), time).toBe("too-early");
    }
  });

  test.each(["2027-02-29", "2027-04-31", "2027-03-00", "2027-00-01", "2100-02-29", "31-03", "31-03-2027", "3/31/2027", "2027-03-28T02:30", "20270328", "", " 2027-03-28", "２０２７-03-28"])("on %j is no day", (day) => {
    expect(closingMoment(day)).toBeNull();
    expect(endDateError(day, { opensAt: at("2027-01-04T08:00:00Z"), now: at("2027-01-04T08:00:00Z") })).toBe("bad-date");
    expect(dayProblem(day, at("2027-01-04T08:00:00Z"))).toBe("no-date");
    expect(trainingDayError(day, "2027-01-04")).toBe("bad-date");
  });

  test("lasts 120 days at most, also over the nights of the clock and a leap day", () => {
    for (const from of ["2027-01-11", "2027-08-30", "2027-11-15", "2027-12-31"]) {
      const opensAt = momentOf(from, "00:30");
      expect([120, 121].map((days) => endDateError(dayAfter(from, days), { opensAt, now: opensAt }))).toEqual([null, "too-late"]);
    }
  });
});

describe("the hour that comes twice, and the one that does not come", () => {
  test("are both on their own day", () => {
    for (const moment of ["2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"]) expect([isoDay(at(moment)), clock(at(moment), "nl")]).toEqual(["2027-10-31", "02:30"]);
    expect([isoDay(at("2027-03-28T00:59:59Z")), clock(at("2027-03-28T00:59:59Z"), "nl"), clock(at("2027-03-28T01:00:00Z"), "nl")]).toEqual(["2027-03-28", "01:59", "03:00"]);
    expect(isoDay(momentOf("2027-03-28", "02:30"))).toBe("2027-03-28");
  });

  test.each([
    ["2027-03-27T22:59:59Z", "2027-03-27"], ["2027-03-27T23:00:00Z", "2027-03-28"], ["2027-03-28T21:59:59Z", "2027-03-28"], ["2027-03-28T22:00:00Z", "2027-03-29"],
    ["2027-10-30T21:59:59Z", "2027-10-30"], ["2027-10-30T22:00:00Z", "2027-10-31"], ["2027-10-31T22:59:59Z", "2027-10-31"], ["2027-10-31T23:00:00Z", "2027-11-01"],
    ["2027-12-31T22:59:59Z", "2027-12-31"], ["2027-12-31T23:00:00Z", "2028-01-01"], ["2028-02-28T23:00:00Z", "2028-02-29"], ["2028-02-29T23:00:00Z", "2028-03-01"],
  ])("%s is %s in the Netherlands", (moment, day) => expect(isoDay(at(moment))).toBe(day));

  test("the response is counted at seven in the morning on those days too", () => {
    expect(lastCountMoment(at("2027-03-28T05:00:00Z"))).toEqual(at("2027-03-28T05:00:00Z"));
    expect(lastCountMoment(at("2027-10-31T05:59:59Z"))).toEqual(at("2027-10-30T05:00:00Z"));
    expect(lastCountMoment(at("2027-10-31T06:00:00Z"))).toEqual(at("2027-10-31T06:00:00Z"));
    expect(lastCountMoment(at("2028-01-01T00:00:00Z"))).toEqual(at("2027-12-31T06:00:00Z"));
  });
});

describe("days that people plan on", () => {
  test("a year from a leap day is the first of March; two weeks over the clock are two weeks", () => {
    expect(lastDay(at("2028-02-29T12:00:00Z"))).toBe("2029-03-01");
    expect(lastDay(at("2027-12-31T23:30:00Z"))).toBe("2029-01-01");
    expect(proposedDay(at("2027-03-20T23:30:00Z"))).toBe("2027-04-05");
    expect(daysUntil("2027-11-07", at("2027-10-30T22:30:00Z"))).toBe(7);
    expect(daysUntil("2027-04-04", at("2027-03-27T23:30:00Z"))).toBe(7);
  });

  test("are as many days away as the calendar says, at any hour of any day", () => {
    fc.assert(
      fc.property(fc.date({ min: at("2026-01-01T00:00:00Z"), max: at("2040-12-31T00:00:00Z"), noInvalidDate: true }), fc.integer({ min: -800, max: 800 }), (now, days) => {
        const day = dayAfter(isoDay(now), days);
        expect(daysUntil(day, now)).toBe(days);
        expect(trainingDayError(day, isoDay(now))).toBe(days < 0 ? "past" : days > 730 ? "too-far" : null);
        expect(dayProblem(day, now) === "past").toBe(days < 0);
        expect(dayInWords(day, "nl")).toMatch(/^(ma|di|wo|do|vr|za|zo) \d{1,2} [a-z]+ \d{4}$/);
        expect(isoDay(momentOf(day, "15:30"))).toBe(day);
        expect(clock(momentOf(day, "15:30"), "nl")).toBe("15:30");
      }),
      { numRuns: 2_000 },
    );
  });

  test("a name is proposed for the half of the school year that it is here", () => {
    expect(schoolSeason(isoDay(at("2027-07-31T22:30:00Z")))).toEqual({ season: "autumn", year: "2027" });
    expect(schoolSeason(isoDay(at("2027-12-31T23:30:00Z")))).toEqual({ season: "spring", year: "2028" });
  });
});
