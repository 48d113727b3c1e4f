import { describe, expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import type { Context } from "#app/services/context.server.ts";
import { offeredTo } from "#app/services/assessments-list.server.ts";
import { listLibrary, openFramework } from "#app/services/library.server.ts";
import { library } from "#app/services/frameworks.server.ts";
import { actorFor, today } from "#tests/setup/board.ts";

// The library is files: these services touch no database, so a context without one will do.
const ctxFor = (roles: ("admin" | "hr")[], language: "nl" | "en" = "nl", now = today) =>
  ({ library: library(), db: undefined as never, now, actor: { ...actorFor({ id: "p", name: "Beheer", email: "", schoolId: "s", family: "staf", functionId: "stafmedewerker-ict", fte: 1, roles: roles.map((role) => ({ role })) }, "o"), language } }) satisfies Context;
const admin = ctxFor(["admin"]);

describe("the library", () => {
  test("has a card per framework with what is in it and under which licence", () => {
    const cards = listLibrary(admin);
    expect(cards.find(({ slug }) => slug === "digcompedu")).toMatchObject({
      version: "2017.2.0",
      older: ["2017.1.0"],
      layers: [
        { name: "gebieden", count: 6 },
        { name: "competenties", count: 22 },
      ],
      levels: 6,
      licence: { state: "may-adapt" },
      instruments: ["Kies de zin die past", "DigCompEdu CheckIn in eigen woorden"],
      overdue: false,
    });
    expect(cards.find(({ slug }) => slug === "kennisnet-ict")).toMatchObject({ layers: [{ count: 4 }, { count: 16 }], levels: 4, scaleStatus: "ours", licence: { state: "unknown" } });
    // Without levels, the steps of the questionnaire's own scale.
    expect(cards.find(({ slug }) => slug === "s4t")).toMatchObject({ levels: 0, steps: 6 });
    expect(cards.filter(({ levels, steps }) => (levels === 0) === (steps === 0)).map(({ slug }) => slug)).toEqual([]);
    expect(new Set(cards.map(({ slug }) => slug)).size).toBe(cards.length);
    expect(cards.every(({ profiles }) => profiles.length > 0)).toBe(true);
  });

  test("says when a framework is due for review, on the day after", () => {
    const at = (day: string) => listLibrary(ctxFor(["admin"], "nl", new Date(`${day}T12:00:00Z`))).find(({ slug }) => slug === "kennisnet-ict")!.overdue;
    expect([at("2027-05-01"), at("2027-05-02")]).toEqual([false, true]);
  });

  test("is there for the administrator alone, and a framework that is not there is not there", () => {
    const kindOf = (work: () => unknown) => {
      try {
        return work();
      } catch (error) {
        return error instanceof AppError ? error.kind : error;
      }
    };
    expect(kindOf(() => listLibrary(ctxFor(["hr"])))).toBe("not-found");
    expect(kindOf(() => openFramework(ctxFor(["hr"]), "digcompedu", "2017.1.0", null))).toBe("not-found");
    for (const [slug, version] of [["digcompedu", "1999.0.0"], ["nothing", "2017.1.0"], ["../package", "1"], ["__proto__", "1"]] as const) expect(kindOf(() => openFramework(admin, slug, version, null)), slug).toBe("not-found");
  });
});

describe("a framework", () => {
  test("tells each function group how many questions it gets and how long they take", () => {
    const { groups } = openFramework(admin, "kennisnet-ict", "2023.1.0", null);
    expect(groups.map(({ who }) => who)).toEqual(["leraar", "onderwijsassistent", "leraarondersteuner", "conciërge", "administratief medewerker"]);
    for (const { who, items, minutes, shortItems, shortMinutes } of groups) {
      const supporter = who !== "leraar";
      expect(items, who).toBeGreaterThanOrEqual(8);
      expect(minutes, who).toBeLessThanOrEqual(supporter ? 10 : 20);
      expect(shortItems, who).toBeLessThan(items);
      expect(shortMinutes, who).toBeLessThanOrEqual(minutes);
    }
  });

  test("speaks the words of the chosen function, and says what that function is not asked", () => {
    const as = (key: string | null) => openFramework(admin, "kennisnet-ict", "2023", key);
    const caretaker = as("growth.concierge");
    expect(caretaker.as).toBe("growth.concierge");
    const competences = (view: typeof caretaker) => view.areas.flatMap((area) => area.competences);
    expect(competences(caretaker)).toHaveLength(16);
    expect(competences(caretaker).filter(({ asked }) => asked)).toHaveLength(caretaker.groups.find(({ key }) => key === "growth.concierge")!.items);
    const teacher = as("growth.leraar");
    const both = competences(caretaker).filter(({ asked }) => asked).map(({ id, levels }) => [levels, competences(teacher).find((each) => each.id === id)!.levels] as const);
    expect(both.some(([own, theirs]) => own[0]!.statement !== theirs[0]!.statement)).toBe(true);
    expect(caretaker.sample?.choices).toHaveLength(4);
    // An unknown choice falls back to the first group.
    expect(as("growth.koning").as).toBe("growth.leraar");
    expect(as(null).as).toBe("growth.leraar");
  });

  test("has one sentence per level everywhere, a target where it is asked, and its fingerprint", () => {
    const { areas, facts, scale } = openFramework(admin, "digcompedu", "2017.1.0", null);
    expect(scale.map(({ code }) => code)).toEqual(["A1", "A2", "B1", "B2", "C1", "C2"]);
    for (const competence of areas.flatMap((area) => area.competences)) {
      expect(competence.levels).toHaveLength(6);
      expect(competence.asked, competence.id).toBe(true);
      expect(scale.some(({ code }) => code === competence.target?.code), competence.id).toBe(true);
    }
    expect(facts.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(facts.attribution).toContain("10.2760/159770");
  });

  test("is in the reader's language", () => {
    expect(openFramework(ctxFor(["admin"], "en"), "digcompedu", "2017.1.0", null).areas[0]!.title).toBe("Professional Engagement");
    expect(openFramework(admin, "digcompedu", "2017.1.0", null).areas[0]!.title).toBe("Professionele betrokkenheid");
  });
});

test("what somebody can fill in for themselves: first what most colleagues have too, last what has a successor", () => {
  const teacher = { ...admin, actor: { ...admin.actor, family: "leraar", functionId: "groepsleerkracht" } } satisfies Context;
  const offered = offeredTo(teacher);
  expect(offered[0]).toMatchObject({ slug: "po-personeel", items: 22, superseded: false });
  expect(offered.map(({ superseded }) => superseded).lastIndexOf(false)).toBeLessThan(offered.findIndex(({ superseded }) => superseded));
  expect(offered.some(({ slug }) => slug === "digcomp")).toBe(false);
});
