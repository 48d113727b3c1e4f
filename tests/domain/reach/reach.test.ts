import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { levelOf, reasons, type Answer } from "#app/domain/assessment/answers.ts";
import { confidences, endOf, inverse, relationKinds, skosOf, type Crosswalk, type Relation, type RelationKind } from "#app/domain/framework/crosswalk.ts";
import { countsOf, linkedWith, reachOf, trailOf, type Reached } from "#app/domain/reach/reach.ts";

const relation = (source: string, kind: RelationKind, target: string, more: Partial<Relation> = {}): Relation => ({
  source, target, relation: kind, skos: skosOf[kind], reason: { nl: `${source} ${target}`, en: `${source} ${target}` }, confidence: "medium", author: "x", status: "draft", ...more,
});
const crosswalk = (relations: readonly Relation[], slug = "made-up"): Crosswalk => ({ schema: 1, slug, version: "1.0.0", title: { nl: "x", en: "x" }, reasoning: { nl: "x", en: "x" }, author: "x", frameworks: [], relations });
const answered = (answers: Record<string, Answer>) => ({ framework: "a", answers: new Map(Object.entries(answers)) });
const asked = (framework = "b", items = ["1", "2", "3", "4", "5"]) => ({ framework, items });
const short = (reached: readonly Reached[]) => reached.map(({ competenceId, kind, links }) => `${competenceId} ${kind}: ${links.map((link) => `${link.from} ${link.relation}`).join(", ")}`);

describe("one relation, read from both sides", () => {
  const cases: [RelationKind, string, RelationKind, string][] = [
    ["exact", "skos:exactMatch", "exact", "suggestion"],
    ["close", "skos:closeMatch", "close", "suggestion"],
    // SKOS names what the other is: "1 skos:broadMatch 2" says that 2 is the broader, so 1 is narrower.
    ["narrower", "skos:broadMatch", "broader", "part"],
    ["broader", "skos:narrowMatch", "narrower", "part"],
    ["related", "skos:relatedMatch", "related", "neighbour"],
  ];
  test.each(cases)("%s is %s, and from the other side %s", (kind, skos, back, reaches) => {
    const stored = relation("a:1", kind, "b:2");
    expect(stored.skos).toBe(skos);
    expect(inverse(stored)).toMatchObject({ source: "b:2", target: "a:1", relation: back, skos: skosOf[back] });
    expect(inverse(inverse(stored))).toEqual(stored);
    const there = reachOf(answered({ 1: { level: 2 } }), asked(), [crosswalk([stored])]);
    expect(short(there)).toEqual([`2 ${reaches}: 1 ${kind}`]);
    const backAgain = reachOf({ framework: "b", answers: new Map([["2", { level: 1 }]]) }, asked("a"), [crosswalk([stored])]);
    expect(short(backAgain)).toEqual([`1 ${reaches}: 2 ${back}`]);
  });

  test("a part of a question is said as a part, whichever way round the file has it", () => {
    const part = relation("a:1", "narrower", "b:2");
    const whole = relation("b:2", "broader", "a:1", { reason: part.reason });
    expect(reachOf(answered({ 1: { level: 1 } }), asked(), [crosswalk([whole])])).toEqual(reachOf(answered({ 1: { level: 1 } }), asked(), [crosswalk([part])]));
  });
});

test("a question counts once, at its strongest link; a neighbour is never on the trail; suggestions come before parts", () => {
  const relations = [
    relation("a:1", "narrower", "b:1"), relation("a:2", "related", "b:1"),
    relation("a:1", "related", "b:2"),
    relation("a:3", "exact", "b:4"), relation("a:1", "close", "b:4", { confidence: "high" }), relation("a:2", "close", "b:4"),
    relation("a:9", "close", "b:5"),
  ];
  const reached = reachOf(answered({ 1: { level: 1 }, 2: { level: 4 }, 3: { level: 2 } }), asked(), [crosswalk(relations)]);
  expect(short(reached)).toEqual(["1 part: 1 narrower, 2 related", "2 neighbour: 1 related", "4 suggestion: 3 exact, 1 close, 2 close"]);
  expect(countsOf(reached)).toEqual({ exact: 1, close: 0, part: 1, neighbour: 1 });
  // Where only a reason was given at the exact one, the word is that of the strongest with a level.
  expect(countsOf(reachOf(answered({ 1: { level: 1 }, 3: { reason: "do-not-know" } }), asked(), [crosswalk(relations)]))).toEqual({ exact: 0, close: 1, part: 1, neighbour: 1 });
  expect(trailOf(reached)).toEqual(["4", "1"]);
});

test("frameworks are linked by a relation between their questions, in either direction, and never with themselves", () => {
  const from = [crosswalk([relation("a:1", "related", "b:1"), relation("c:1", "exact", "a:2"), relation("b:1", "close", "d:1")])];
  expect([...linkedWith("a", from)].sort()).toEqual(["b", "c"]);
  expect([...linkedWith("e", from)]).toEqual([]);
});

test("what is close to something close is not reached", () => {
  const chain = [crosswalk([relation("a:1", "exact", "b:1"), relation("b:1", "exact", "c:1")])];
  expect(reachOf(answered({ 1: { level: 3 } }), asked("c"), chain)).toEqual([]);
  expect(reachOf(answered({ 1: { level: 3 } }), asked("a"), chain)).toEqual([]);
});

test("of a pair in two crosswalks the reviewed one counts, else the surer", () => {
  const draft = crosswalk([relation("a:1", "close", "b:1", { confidence: "high" })], "one");
  const reviewed = crosswalk([relation("b:1", "related", "a:1", { confidence: "low", status: "reviewed" })], "two");
  for (const files of [[draft, reviewed], [reviewed, draft]]) expect(short(reachOf(answered({ 1: { level: 1 } }), asked(), files))).toEqual(["1 neighbour: 1 related"]);
  const surer = crosswalk([relation("a:1", "narrower", "b:1", { confidence: "medium" })], "three");
  for (const files of [[draft, surer], [surer, draft]]) expect(short(reachOf(answered({ 1: { level: 1 } }), asked(), files))).toEqual(["1 suggestion: 1 close"]);
});

const ids = ["1", "2", "3", "4", "5", "6"];
const end = (framework: string) => fc.constantFrom(...ids).map((id) => `${framework}:${id}`);
const pair = fc.constantFrom(["a", "b"], ["b", "a"], ["a", "c"], ["b", "c"]).chain(([from, to]) => fc.tuple(end(from!), end(to!)));
const drawnRelation = fc.tuple(pair, fc.constantFrom(...relationKinds), fc.constantFrom(...confidences), fc.constantFrom("draft" as const, "reviewed" as const)).map(([[source, target], kind, confidence, status]) => relation(source, kind, target, { confidence, status }));
const relations = fc.uniqueArray(drawnRelation, { selector: ({ source, target }) => [source, target].sort().join(), maxLength: 40 });
const answer: fc.Arbitrary<Answer> = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 10 }).map((level) => ({ level })) }, { weight: 1, arbitrary: fc.constantFrom(...reasons).map((reason) => ({ reason })) });
const answers = fc.dictionary(fc.constantFrom(...ids), answer);
const reach = (given: Record<string, Answer>, from: readonly Relation[]) => reachOf(answered(given), asked("b", ids), [crosswalk(from)]);
const numbersIn = (value: unknown): number[] => (typeof value === "number" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : []);

describe("whatever is answered and whatever is related", () => {
  test("no level crosses: another level changes nothing, and there is no number to be found", () => {
    fc.assert(
      fc.property(answers, relations, fc.func(fc.integer({ min: 1, max: 10 })), (given, from, other) => {
        const reached = reach(given, from);
        expect(numbersIn(reached)).toEqual([]);
        const changed = Object.fromEntries(Object.entries(given).map(([id, each]) => [id, levelOf(each) === null ? each : { level: other(id) }]));
        expect(reach(changed, from)).toEqual(reached);
      }),
    );
  });

  test("nothing crosses related: it reaches neighbours only, and none of them is on the trail", () => {
    fc.assert(
      fc.property(answers, relations, (given, from) => {
        const reached = reach(given, from);
        const trail = new Set(trailOf(reached));
        for (const { competenceId, kind, links } of reached) {
          const strong = links.some(({ levelled, relation: kindOf }) => levelled && kindOf !== "related");
          expect(trail.has(competenceId)).toBe(strong);
          if (!strong) expect([null, "neighbour"]).toContain(kind);
        }
        const onlyRelated = reach(given, from.map((each) => ({ ...each, relation: "related" })));
        expect(trailOf(onlyRelated)).toEqual([]);
        expect(countsOf(onlyRelated)).toMatchObject({ exact: 0, close: 0, part: 0 });
      }),
    );
  });

  test("a reason is no number: it reaches nothing, counts nowhere and is on no trail, and is still shown", () => {
    fc.assert(
      fc.property(answers, relations, fc.constantFrom(...reasons), (given, from, reason) => {
        const allReasons = reach(Object.fromEntries(Object.keys(given).map((id) => [id, { reason }])), from);
        expect(countsOf(allReasons)).toEqual({ exact: 0, close: 0, part: 0, neighbour: 0 });
        expect(trailOf(allReasons)).toEqual([]);
        expect(allReasons.every(({ kind, links }) => kind === null && links.every(({ levelled }) => !levelled))).toBe(true);
        // The same questions are named as with answers of any kind.
        expect(allReasons.map(({ competenceId }) => competenceId)).toEqual(reach(given, from).map(({ competenceId }) => competenceId));
        const which = reach(given, from).flatMap(({ links }) => links);
        for (const { from: id, levelled } of which) expect(levelled).toBe(levelOf(given[id]!) !== null);
      }),
    );
  });

  test("the order of relations, and which of the two stands first, makes no difference", () => {
    fc.assert(
      fc.property(answers, relations.chain((from) => fc.tuple(fc.constant(from), fc.shuffledSubarray(from, { minLength: from.length }), fc.infiniteStream(fc.boolean()))), (given, [from, shuffled, turn]) => {
        const turned = shuffled.map((each) => (turn.next().value ? inverse(each) : each));
        expect(reach(given, turned)).toEqual(reach(given, from));
        const half = Math.floor(shuffled.length / 2);
        expect(reachOf(answered(given), asked("b", ids), [crosswalk(shuffled.slice(half), "z"), crosswalk(shuffled.slice(0, half), "y")])).toEqual(reach(given, from));
      }),
    );
  });

  test("as counted by hand: every question of the other framework with an answered relation, in its own order", () => {
    fc.assert(
      fc.property(answers, relations, fc.shuffledSubarray(ids), (given, from, items) => {
        const expected = items.filter((id) =>
          from.some(({ source, target }) => [[source, target], [target, source]].some(([one, other]) => one === `b:${id}` && endOf(other!).framework === "a" && endOf(other!).competenceId in given)),
        );
        const reached = reachOf(answered(given), { framework: "b", items }, [crosswalk(from)]);
        expect(reached.map(({ competenceId }) => competenceId)).toEqual(expected);
        const { exact, close, part, neighbour } = countsOf(reached);
        expect(exact + close + part + neighbour).toBe(reached.filter(({ links }) => links.some(({ levelled }) => levelled)).length);
        expect(trailOf(reached)).toHaveLength(exact + close + part);
      }),
    );
  });
});
