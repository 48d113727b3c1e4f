import fc from "fast-check";
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { pagesFor } from "#app/domain/assessment/questionnaire.ts";
import { reasons, type Answer } from "#app/domain/assessment/answers.ts";
import { scoreOf } from "#app/domain/assessment/scoring.ts";
import { checkFramework, checkProfile } from "#app/domain/framework/check.ts";
import { competencesOf, type Framework } from "#app/domain/framework/framework.ts";
import { jsonFromBytes } from "#app/domain/json-text.ts";
import { families, staffFunctions } from "#app/domain/people/function-group.ts";
import { dealt, drawFrom, forms, frameworkFrom, profileFrom, type Draw, type Json } from "./documents.ts";
import { twists } from "./twists.ts";
import { processorTime } from "#tests/setup/processor-time.ts";

const documents = 10_000;
const tried = { holds: 0, refused: 0, forms: new Set<string>(), deepest: 0, slowest: 0, profiles: 0 };
const real = ["digcompedu/2017.2.0", "kennisnet-ict/2023.1.0", "unesco-ai-cft/2024.1.0"].map((name) => readFileSync(new URL(`../../frameworks/${name}.json`, import.meta.url), "utf8"));
const prototype = () => Object.getOwnPropertyNames(Object.prototype).sort().join(" ");
const before = prototype();

/** As a file is read: bytes, JSON, checked; never more than a second of work. */
function read(text: string): ReturnType<typeof checkFramework> {
  const { value: checked, took } = processorTime(() => {
    const parsed = jsonFromBytes(new TextEncoder().encode(text));
    return parsed.ok ? checkFramework(parsed.value) : { ok: false as const, problems: [parsed] };
  });
  tried.slowest = Math.max(tried.slowest, took);
  expect(took).toBeLessThan(1_000);
  if (!checked.ok) {
    tried.refused += 1;
    expect(checked.problems.length).toBeGreaterThan(0);
    // Somebody has to mend it with this: a place, and a reason in words.
    const unclear = checked.problems.find(({ where, reason }) => where.trim() === "" || !/\S \S/.test(reason) || /undefined|\[object/.test(where + reason));
    expect(unclear).toBeUndefined();
  } else tried.holds += 1;
  return checked;
}

/** The checker takes spaces off the ends of texts, and nothing else. */
function trimmed(value: unknown): unknown {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, trimmed(each)])) : value;
}

/** Everybody is asked it, and answers in whatever way. */
function use(framework: Framework, draw: Draw): void {
  const document = JSON.parse(JSON.stringify(framework)) as Json;
  const checked = checkProfile(JSON.parse(JSON.stringify(profileFrom(draw, document))), () => framework);
  expect(checked.ok ? [] : checked.problems).toEqual([]);
  if (!checked.ok) return;
  tried.profiles += 1;
  const audiences = [...families.map((family) => ({ family, functionId: "nobody" })), ...staffFunctions.map(({ family, id }) => ({ family, functionId: id }))];
  for (const audience of draw.chance(20) ? audiences : [draw.pick(audiences)]) {
    const pages = pagesFor(framework, checked.value, audience);
    const known = new Set(pages.map(({ competenceId }) => competenceId));
    expect(pagesFor(framework, checked.value, audience, "short").every(({ competenceId }) => known.has(competenceId))).toBe(true);
    for (const { title, question, choices, weight } of pages) {
      expect(choices.map(({ value }) => value)).toEqual(choices.map((_, nth) => nth + 1));
      expect([title.nl, title.en, question.nl, question.en, ...choices.flatMap(({ statement, levelTitle }) => [statement.nl, statement.en, levelTitle.nl])].every((text) => typeof text === "string" && text !== "")).toBe(true);
      expect(weight).toBeGreaterThan(0);
    }
  }
  for (const instrument of framework.instruments) {
    const answers = new Map<string, Answer>();
    for (const { node } of competencesOf(framework)) if (draw.chance(80)) answers.set(node.id, draw.chance(80) ? { level: draw.int(1, 10) } : { reason: draw.pick(reasons) });
    const score = scoreOf(framework, instrument, answers);
    expect(score.competences.map(({ id }) => id)).toEqual(competencesOf(framework).map(({ node }) => node.id));
    expect(JSON.stringify(score)).not.toMatch(/NaN|Infinity|undefined/);
    for (const part of [score.total, ...score.areas]) if (part && part.points !== null) expect(Number.isInteger(part.points)).toBe(true);
  }
}

const depthOf = (nodes: Framework["nodes"]): number => 1 + Math.max(0, ...nodes.map(({ children }) => (children && children.length > 0 ? depthOf(children) : 0)));

describe("frameworks that were made up", { timeout: 180_000 }, () => {
  test("hold, come back as they were, can be asked of everybody and scored", () => {
    fc.assert(
      fc.property(dealt, (from) => {
        const draw = drawFrom(from);
        const document = frameworkFrom(draw);
        const text = JSON.stringify(document, null, draw.pick([0, 1, 2]));
        const checked = read(text);
        expect(checked.ok ? [] : checked.problems).toEqual([]);
        if (!checked.ok) return;
        expect(isDeepStrictEqual(checked.value, trimmed(JSON.parse(text)))).toBe(true);
        for (const { form } of checked.value.instruments) tried.forms.add(form);
        tried.deepest = Math.max(tried.deepest, depthOf(checked.value.nodes));
        use(checked.value, draw);
      }),
      { numRuns: documents * 0.4 },
    );
    expect([...tried.forms].sort()).toEqual([...forms].sort());
    expect(tried.deepest).toBe(6);
  });

  const shares = twists.map((twist) => [twist.name, twist] as const);
  test.each(shares)("%s: is refused with a place and a reason, or holds", (_, twist) => {
    fc.assert(
      fc.property(dealt, (from) => {
        const draw = drawFrom(from);
        const document = draw.chance(2) ? (JSON.parse(draw.pick(real)) as Json) : (JSON.parse(JSON.stringify(frameworkFrom(draw))) as Json);
        const text = twist.text(draw, document);
        const checked = read(text);
        if (twist.owes === "refusal") expect(checked.ok, text.slice(0, 4_000)).toBe(false);
        if (checked.ok) use(checked.value, draw);
      }),
      { numRuns: Math.ceil((documents * 0.6) / twists.length) },
    );
  });
});

test("nothing that was read changed what every object has", () => {
  expect(prototype()).toBe(before);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

afterAll(() => {
  const { holds, refused, slowest, deepest, profiles } = tried;
  console.info(`frameworks: ${holds + refused} documents tried, ${holds} held, ${refused} refused, each with a place and a reason; ${profiles} asked and scored, ${deepest} layers deep at most, slowest ${Math.round(slowest)} ms`);
});
