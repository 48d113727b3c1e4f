import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayProblem, daysUntil, dueSentence, lastDay, momentOf, plainLine, plainText, proposedDay } from "#app/domain/result/goal.ts";
import { GoalChange, NewGoal } from "#app/domain/result/goal-schema.ts";

const monday = new Date("2026-11-16T13:02:00Z");

describe("the day of a step", () => {
  test.each([
    ["2026-11-16", null],
    ["2026-11-15", "past"],
    ["2027-11-16", null],
    ["2027-11-17", "too-far"],
    ["2027-02-30", "no-date"],
    ["16-11-2026", "no-date"],
    ["", "no-date"],
    ["2026-11-16T00:00", "no-date"],
    ["9999-99-99", "no-date"],
  ] as const)("%s: %s", (day, problem) => {
    expect(dayProblem(day, monday)).toBe(problem);
  });

  test("today is today in the Netherlands, also just after midnight there", () => {
    const justAfterMidnight = new Date("2026-11-16T23:30:00Z");
    expect(dayProblem("2026-11-16", justAfterMidnight)).toBe("past");
    expect(dayProblem("2026-11-17", justAfterMidnight)).toBeNull();
  });

  test.each([
    ["2026-11-16T10:00:00Z", "2026-11-30"],
    ["2026-11-21T10:00:00Z", "2026-12-07"],
    ["2026-11-22T10:00:00Z", "2026-12-07"],
    ["2028-02-15T10:00:00Z", "2028-02-29"],
  ])("at %s %s is proposed", (now, day) => {
    expect(proposedDay(new Date(now))).toBe(day);
  });

  test("what is proposed can always be planned, is a weekday, and is two weeks away or a weekend more", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("2026-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }), (now) => {
        const day = proposedDay(now);
        expect(dayProblem(day, now)).toBeNull();
        expect([1, 2, 3, 4, 5]).toContain(new Date(`${day}T12:00:00Z`).getUTCDay());
        expect(daysUntil(day, now)).toBeGreaterThanOrEqual(14);
        expect(daysUntil(day, now)).toBeLessThanOrEqual(16);
        expect(dayProblem(lastDay(now), now)).toBeNull();
      }),
    );
  });
});

test.each([
  ["2026-11-16", "Vandaag", "Today"],
  ["2026-11-17", "Morgen", "Tomorrow"],
  ["2026-11-18", "Over 2 dagen", "In 2 days"],
  ["2026-11-29", "Over 13 dagen", "In 13 days"],
  ["2026-11-30", "Over 2 weken", "In 2 weeks"],
  ["2026-11-01", "Deze dag is voorbij. Dat geeft niet: vink de stap af, of kies een nieuwe dag.", "This day has passed. That is fine: tick the step off, or choose a new day."],
])("%s is said kindly", (day, dutch, english) => {
  expect([dueSentence(day, monday, "nl"), dueSentence(day, monday, "en")]).toEqual([dutch, english]);
});

test.each([
  ["2026-11-30", "15:30", "2026-11-30T14:30:00.000Z"],
  ["2026-07-01", "15:30", "2026-07-01T13:30:00.000Z"],
  ["2027-03-28", "15:30", "2027-03-28T13:30:00.000Z"],
  ["2026-10-25", "15:30", "2026-10-25T14:30:00.000Z"],
])("%s %s in the Netherlands is %s", (day, clock, moment) => {
  expect(momentOf(day, clock).toISOString()).toBe(moment);
});

describe("what was typed", () => {
  test.each([
    ["  kijk  mee\r\nbij Noor ", "kijk mee bij Noor"],
    ["a\u0000b\u001b[31mc\u202ed", "ab[31mcd"],
    ["één 🌱 stap", "één 🌱 stap"],
    ["a\rBEGIN:VALARM\u2028b", "a BEGIN:VALARM b"],
  ])("%j becomes one plain line", (typed, kept) => {
    expect(plainLine(typed)).toBe(kept);
  });

  test("lines stay lines in a reflection", () => {
    expect(plainText(" eerst\r\ndan\rlater\u0007 ")).toBe("eerst\ndan\nlater");
  });

  test("no line keeps a control character, and cleaning twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => {
        const kept = plainLine(typed);
        expect(kept).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(plainLine(kept)).toBe(kept);
      }),
    );
  });

  const codes = (parsed: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) => parsed.error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

  test.each([
    [{ competenceId: "1.1", step: "x", dueOn: "2026-12-01" }, []],
    [{ competenceId: "1.1", step: " \n ", dueOn: "" }, [["step", "required"], ["dueOn", "no-date"]]],
    [{ competenceId: "1.1", step: "x".repeat(501), dueOn: "2026-12-01" }, [["step", "too-long"]]],
    [{ competenceId: "1.1", step: "x".repeat(500), dueOn: "2026-12-01" }, []],
  ])("the form that plans a step: %#", (form, problems) => {
    expect(codes(NewGoal.safeParse(form))).toEqual(problems);
  });

  test("a change is one of three", () => {
    expect(GoalChange.safeParse({ act: "finish" }).data).toEqual({ act: "finish", reflection: "" });
    expect(GoalChange.safeParse({ act: "move", dueOn: "2026-12-01" }).success).toBe(true);
    expect(GoalChange.safeParse({ act: "let-go" }).success).toBe(true);
    expect(codes(GoalChange.safeParse({ act: "finish", reflection: "x".repeat(2001) }))).toEqual([["reflection", "too-long"]]);
    expect(GoalChange.safeParse({ act: "erase" }).success).toBe(false);
    expect(GoalChange.safeParse({}).success).toBe(false);
  });
});
