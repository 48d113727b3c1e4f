import fc from "fast-check";
import { z } from "zod";
import { frameworkSchema } from "#app/domain/framework/schema.ts";
import { families, staffFunctions } from "#app/domain/people/function-group.ts";
import { randomFrom } from "#seeds/random.ts";

/** JSON as it is parsed: anything, reached into without types, because half of these documents hold nothing of what they should. */
export type Json = { [key: string]: Json } & Json[] & string;
type Schema = {
  $ref?: string; type?: string | string[]; const?: unknown; enum?: unknown[]; anyOf?: Schema[]; oneOf?: Schema[]; properties?: Record<string, Schema>; required?: string[];
  additionalProperties?: boolean | Schema; propertyNames?: Schema; items?: Schema; minItems?: number; maxItems?: number; minLength?: number; maxLength?: number; pattern?: string; allOf?: { pattern: string }[];
  minimum?: number; maximum?: number; exclusiveMinimum?: number; $defs?: Record<string, Schema>;
};

/** Chance with a memory: the same seed draws the same document. `size` is how large its lists may be. */
export type Draw = { int: (least: number, most: number) => number; pick: <T>(from: readonly T[]) => T; chance: (percent: number) => boolean; size: number };
/** What fast-check deals: a seed, and a size that it makes smaller when something goes wrong. */
export const dealt = fc.record({ seed: fc.nat(), size: fc.integer({ min: 1, max: 3 }) });
export function drawFrom({ seed, size }: { seed: number; size: number }): Draw {
  const random = randomFrom(seed);
  const int = (least: number, most: number) => least + Math.floor(random() * (Math.max(least, most) - least + 1));
  return { int, pick: (from) => from[int(0, from.length - 1)]!, chance: (percent) => int(1, 100) <= percent, size };
}

const root = z.toJSONSchema(frameworkSchema, { io: "input" }) as Schema;
/** Texts that are nobody's mistake: they are kept and come back as they were. */
export const harmless = ["x", "Een gewone zin over werk in de klas.", "<b>vet</b> & <script>alert(1)</script>", "**ster** [link](javascript:alert(1))", "é\u0301 ï NFD e\u0301", "🌱 李 ż", "regel één\nregel twee", "a\u200bb", "=1+1", "'; drop table answers; --", "null", "{{7*7}} ${7}", "-0", "1e309"];
const samples = [...harmless, "A1", "a.b-c_d", "2017.1.0", "1.0.0", "2027-02-28", "2028-02-29", "https://example.org/a?b=c#d"];
const fitting = new Map<string, string[]>();

/** The samples that a text of the schema may hold; whatever its pattern is. */
function textFor({ pattern = "", allOf = [], minLength = 0, maxLength = 60 }: Schema, { pick, int, chance }: Draw): string {
  const patterns = [pattern, ...allOf.map((each) => each.pattern)];
  const key = `${patterns.join(" ")} ${minLength} ${maxLength}`;
  if (!fitting.has(key)) fitting.set(key, samples.filter((text) => text.length >= minLength && text.length <= maxLength && patterns.every((each) => new RegExp(each, "u").test(text))));
  const texts = fitting.get(key)!;
  if (texts.length === 0) throw new Error(`No sample fits ${pattern}: add one to tests/frameworks/documents.ts.`);
  const text = pick(texts);
  // Now and then as long as it may be.
  return chance(3) && maxLength > 100 && text === "x" ? "x".repeat(int(100, maxLength)) : text;
}

/** A value that the schema takes, drawn field by field from the schema itself, so that a new field is drawn too. */
function valueFor(schema: Schema, draw: Draw, optional = 40): unknown {
  const { int, pick, chance } = draw;
  if (schema.$ref) return valueFor(root.$defs![schema.$ref.split("/").at(-1)!]!, draw, optional);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return pick(schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return valueFor(pick(either), draw, optional);
  const type = Array.isArray(schema.type) ? pick(schema.type) : schema.type;
  if (type === "object" && schema.properties) {
    const names = Object.keys(schema.properties).filter((name) => !treeFields.has(name) && (schema.required?.includes(name) || chance(optional)));
    return Object.fromEntries(names.map((name) => [name, valueFor(schema.properties![name]!, draw, optional)]));
  }
  if (type === "object") return Object.fromEntries(Array.from({ length: int(1, 2) }, () => [valueFor(schema.propertyNames ?? { type: "string" }, draw), valueFor(schema.additionalProperties as Schema, draw, optional)]));
  if (type === "array") return Array.from({ length: int(Math.max(schema.minItems ?? 0, 1), Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3))) }, () => valueFor(schema.items!, draw, optional));
  if (type === "string") return textFor(schema, draw);
  if (type === "boolean") return chance(50);
  if (type === "null") return null;
  const least = schema.minimum ?? (schema.exclusiveMinimum ?? 0) + (type === "integer" ? 1 : 0.5);
  return int(Math.ceil(least), Math.min(schema.maximum ?? 1_000, 10_000));
}

/** Drawn by `treeOf`, because they have to fit the rest of the document. */
const treeFields = new Set(["upgrade", "children", "levels", "items", "bands", "variants", "$schema"]);
const schemaOf = (...path: string[]): Schema => path.reduce<Schema>((at, name) => {
  const here = at.$ref ? root.$defs![at.$ref.split("/").at(-1)!]! : at;
  const found = name === "[]" ? here.items! : name === "*" ? (here.additionalProperties as Schema) : here.properties![name]!;
  return found.anyOf?.find(({ type }) => type === "object") ?? found;
}, root);
const many = <T,>(count: number, make: (nth: number) => T) => Array.from({ length: count }, (_, nth) => make(nth));

/** A scale with as many steps; codes as publishers write them. */
function scaleOf(draw: Draw, at: string[], most = 10, least = 2): { levels: { code: string }[] } {
  const codes = draw.pick([many(10, (nth) => String(nth + 1)), many(10, (nth) => `L${nth}`), ["A1", "A2", "B1", "B2", "C1", "C2"], ["<b>", "é", "…", "0", "-1"]]);
  const steps = draw.int(least, Math.min(codes.length, most));
  return { ...(valueFor(schemaOf(...at), draw) as object), levels: many(steps, (nth) => ({ ...(valueFor(schemaOf(...at, "levels", "[]"), draw) as object), code: codes[nth]! })) };
}
const textsPer = (draw: Draw, codes: readonly string[], at: string[], optional = 100) => codes.map((level) => ({ ...(valueFor(schemaOf(...at, "[]"), draw, optional) as object), level }));
const codesOf = (scale: { levels: { code: string }[] } | null | undefined) => scale?.levels.map(({ code }) => code) ?? [];
const audiences = [...families, ...staffFunctions.map(({ id }) => id)];

/** A framework that holds: a tree of any depth, scales, variants, and instruments of every form the schema has. */
export function frameworkFrom(draw: Draw): Json {
  const { int, pick, chance, size } = draw;
  const form = pick(forms);
  const blocks = form === "rate-block";
  const deep = blocks ? 2 : int(1, 6);
  const scale = form === "choose-option" || (!blocks && (form === "choose-statement" || chance(60))) ? scaleOf(draw, ["scale"], form === "choose-option" ? 3 : 10) : null;
  const progression = blocks ? scaleOf(draw, ["progression"], 3) : undefined;
  let count = 0;
  const node = (depth: number, nth: number, last: number): object => {
    count += 1;
    const own = valueFor(schemaOf("nodes", "[]"), draw) as Record<string, unknown>;
    for (const name of ["objectives", "progression"]) delete own[name];
    const named = { ...own, id: `${pick(["k", "K.", "a-", "9_"])}${count}`, code: `${pick(["", "é", "<i>", "C "])}${count}` };
    if (depth < deep && (depth < last || chance(75))) return { ...named, children: many(blocks ? progression!.levels.length : int(1, Math.min(size, depth === 1 ? 3 : 2)), (place) => node(depth + 1, place, last)) };
    const leaf: Record<string, unknown> = { ...named };
    if (scale) leaf["levels"] = textsPer(draw, codesOf(scale), ["nodes", "[]", "levels"]);
    if (blocks) Object.assign(leaf, { objectives: valueFor(schemaOf("nodes", "[]", "objectives"), draw), progression: progression!.levels[nth]!.code });
    if (chance(25) && scale) leaf["variants"] = Object.fromEntries(many(int(1, 2), () => [pick(audiences), { ...(valueFor(schemaOf("nodes", "[]", "variants", "*"), draw) as object), levels: textsPer(draw, codesOf(scale), ["nodes", "[]", "variants", "*", "levels"]) }]));
    return leaf;
  };
  const nodes = many(int(1, size), (nth) => node(1, nth, blocks ? 2 : 1));
  const leaves = leavesOf(nodes as unknown as Json[]);
  const instruments = many(int(1, 2), (nth) => instrumentFrom(draw, form, nth, { scale, progression, nodes: nodes as unknown as Json[], leaves }));
  const top = valueFor(root, draw) as Record<string, unknown>;
  const layers = many(6, (nth) => ({ ...(valueFor(schemaOf("layers", "[]"), draw) as object), id: `layer${nth}` }));
  const upgrade = chance(20) ? { upgrade: upgradeFrom(draw, leaves) } : {};
  return { ...top, ...upgrade, layers, scale, ...(progression ? { progression } : { progression: undefined }), nodes, instruments } as unknown as Json;
}

/** What became of an older version, of which only this is known: every id is named once, and old ids are made up. */
function upgradeFrom({ pick }: Draw, leaves: readonly Json[]): object {
  const items = leaves.flatMap(({ id }, nth) => pick([[], [{ from: [], to: [id] }], [{ from: [`old${nth}`], to: [id] }], [{ from: [`old${nth}a`, `old${nth}b`], to: [id] }], [{ from: [`old${nth}`], to: [] }]]));
  return { from: "0.0.1", items };
}

type Around = { scale: { levels: { code: string }[] } | null; progression: { levels: { code: string }[] } | undefined; nodes: Json[]; leaves: Json[] };

function instrumentFrom(draw: Draw, form: string, nth: number, { scale, nodes, leaves }: Around): object {
  const at = ["instruments", "[]"];
  const drawn = valueFor(schemaOf(...at), draw) as Record<string, unknown>;
  for (const name of ["scale", "lowest", "items", "bands"]) delete drawn[name];
  const instrument = { ...drawn, id: `i${nth}`, form };
  if (form === "choose-statement") return { ...instrument, scoring: "level-as-chosen" };
  const own = scaleOf(draw, [...at, "scale"], 6, 3);
  const items = Object.fromEntries(leaves.map(({ id }) => [id as unknown as string, { ...(valueFor(schemaOf(...at, "items", "*"), draw) as object), levels: textsPer(draw, codesOf(own), [...at, "items", "*", "levels"], form === "choose-option" ? 100 : 50).map((text) => (form === "choose-option" ? { statement: { nl: "Zin", en: "Sentence" }, ...text } : text)) }]));
  if (form === "rate-block") return { ...instrument, scoring: "blocks-mastered", scale: own, items };
  const bands = (most: number) => codesOf(scale).map((level, place) => ({ level, from: place === 0 ? 0 : Math.min(place, most) }));
  const points = (of: Json[]) => leavesOf(of).length * (own.levels.length - 1);
  const areas = Object.fromEntries(nodes.map((area) => [area["id"], bands(points([area]))]));
  return { ...instrument, scoring: "points-in-bands", scale: own, lowest: 0, items, bands: { total: bands(points(nodes)), areas, source: "Een bron" } };
}

/** The competences of a tree, in its order. */
export function leavesOf(nodes: readonly Json[]): Json[] {
  return nodes.flatMap((node) => (((node["children"] as Json | undefined)?.length ?? 0) > 0 ? leavesOf(node["children"] as Json[]) : [node]));
}

/** A profile that asks everybody everything, as far as the instrument allows; with targets where it knows them. */
export function profileFrom(draw: Draw, framework: Json): Json {
  const { pick, chance, int } = draw;
  const instrument = pick(framework["instruments"] as Json[]);
  const ids = leavesOf(framework["nodes"] as Json[]).map(({ id }) => id);
  const points = (instrument["scoring"] as string) === "points-in-bands";
  const codes = codesOf((instrument["scale"] ?? framework["scale"]) as unknown as { levels: { code: string }[] });
  const asked = (all: typeof ids) => ({ items: points ? ids : all, short: points ? [] : all.slice(0, int(1, all.length)) });
  const part = (family: string) => ({
    targets: points ? {} : Object.fromEntries(ids.map((id) => [id, { level: pick(codes), weight: pick([0.25, 1, 3]) }])),
    asked: Object.fromEntries(["*", ...staffFunctions.filter((each) => each.family === family && chance(30)).map(({ id }) => id)].map((key) => [key, asked(chance(70) ? ids : ids.slice(0, int(1, ids.length)))])),
  });
  const text = { nl: "Profiel", en: "Profile" };
  return { schema: 1, slug: "p", version: "1.0.0", title: text, status: "ours", reasoning: text, framework: framework["slug"], frameworkVersion: framework["version"], instrument: instrument["id"], families: Object.fromEntries(families.filter(() => chance(60)).map((family) => [family, part(family)])) } as unknown as Json;
}

/** Forms of asking that the schema has now; each of them has to be drawn. */
export const forms = schemaOf("instruments", "[]", "form").enum as readonly string[];
