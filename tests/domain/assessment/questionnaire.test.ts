import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minutesFor, pagesFor } from "#app/domain/assessment/questionnaire.ts";
import { answerScale, competencesOf, instrumentOf } from "#app/domain/framework/framework.ts";
import { families, staffFunctions } from "#app/domain/people/function-group.ts";
import { library } from "#app/services/frameworks.server.ts";

const { frameworks, profiles } = library();
const pairs = profiles.map((profile) => ({ profile, framework: frameworks.find((each) => each.slug === profile.framework && each.version === profile.frameworkVersion)! }));
const anyPair = fc.constantFrom(...pairs);
const anyFunction = fc.constantFrom(...staffFunctions);

describe("what somebody is asked", () => {
  test("comes in the framework's own order, each competence once, all on the scale", () => {
    fc.assert(
      fc.property(anyPair, anyFunction, ({ profile, framework }, { family, id }) => {
        const order = competencesOf(framework).map(({ node }) => node.id);
        const pages = pagesFor(framework, profile, { family, functionId: id });
        const places = pages.map(({ competenceId }) => order.indexOf(competenceId));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(new Set(places).size).toBe(places.length);
        const instrument = instrumentOf(framework, profile.instrument)!;
        for (const { choices, target } of pages) {
          expect(choices.map(({ value }) => value)).toEqual(answerScale(framework, instrument)!.levels.map((_, place) => place + 1));
          if (instrument.form === "choose-statement") expect(target).not.toBeNull();
          if (instrument.scoring === "points-in-bands") expect(target).toBeNull();
          if (target !== null) expect([target >= 1, target <= choices.length]).toEqual([true, true]);
        }
      }),
    );
  });

  test("is at most 22 for a teacher and 12 for support staff; the short one is a part of it with every area's share", () => {
    for (const { profile, framework } of pairs) {
      for (const { family, id } of staffFunctions) {
        const all = pagesFor(framework, profile, { family, functionId: id });
        const short = pagesFor(framework, profile, { family, functionId: id }, "short");
        // The publisher's instrument has 32 items; all the others fit in a sitting.
        if (framework.slug !== "s4t") expect(all.length).toBeLessThanOrEqual(family === "onderwijsondersteuner" ? 12 : 22);
        const ids = new Set(all.map(({ competenceId }) => competenceId));
        expect(short.every(({ competenceId }) => ids.has(competenceId))).toBe(true);
        // Every area keeps a share, so a framework of many small areas cannot go below one each.
        const areas = new Set(all.map(({ area }) => area.id)).size;
        if (all.length > 0) expect(short.length, `${profile.slug} ${id}`).toBeLessThanOrEqual(Math.max(areas, all.length * 0.6));
        if (all.length > 0) expect(short.length).toBeLessThan(all.length);
      }
    }
  });

  test("is nothing for a function without a questionnaire", () => {
    for (const { profile, framework } of pairs) {
      for (const family of families.filter((each) => !profile.families[each])) expect(pagesFor(framework, profile, { family, functionId: "any" })).toEqual([]);
    }
  });

  test("is worded for the work: a caretaker and a teaching assistant read other sentences than a teacher", () => {
    const { profile, framework } = pairs.find(({ framework: { slug } }) => slug === "kennisnet-ict")!;
    const sentences = (family: "leraar" | "onderwijsondersteuner", functionId: string) => new Map(pagesFor(framework, profile, { family, functionId }).map(({ competenceId, choices }) => [competenceId, choices[0]!.statement.nl]));
    const teacher = sentences("leraar", "groepsleerkracht");
    for (const functionId of ["concierge", "onderwijsassistent", "administratief-medewerker"]) {
      for (const [id, sentence] of sentences("onderwijsondersteuner", functionId)) expect(sentence, `${functionId} ${id}`).not.toBe(teacher.get(id));
    }
  });
});

test("minutes are whole, at least one, and none for nothing", () => {
  const instrument = frameworks[0]!.instruments[0]!;
  expect(minutesFor(0, instrument)).toBe(0);
  expect(minutesFor(1, { ...instrument, secondsPerItem: 5 })).toBe(1);
  expect(minutesFor(22, { ...instrument, secondsPerItem: 40 })).toBe(15);
});
