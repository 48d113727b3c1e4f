import { z } from "zod";
import { linkRelations } from "#app/domain/framework/framework.ts";
import { isDay } from "#app/domain/round.ts";

/** The zod side of `framework.ts` and `profile.ts`. Kept apart so that pages can import the types without loading zod. */

// No control characters, nothing that turns the direction of what follows, no half a character (of a surrogate pair).
export const filled = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "is empty")
    .max(max, `is longer than ${max} characters`)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]*$/u, "holds a control or direction character");
export const textOf = (max: number) => z.strictObject({ nl: filled(max), en: filled(max) });
const status = z.enum(["official", "translated", "ours"]);
const statuses = z.strictObject({ nl: status, en: status });
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, "is no id: use letters, digits, dot, dash or underscore (at most 60)")
  // Every object answers to these names, so something would seem to be there that is not.
  .refine((text) => !(text in Object.prototype), "is a word that every program keeps for itself: choose another id");
const code = filled(20);
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "is no date like 2027-11-01").refine(isDay, "is a day that does not exist");
export const versionNumber = z.string().regex(/^\d+\.\d+\.\d+$/, "is no version like 2017.1.0");

// Frameworks that were brought in may say more per level than ours do, and may have neither examples nor next steps.
const levelText = z.strictObject({ level: code, statement: textOf(1500), example: textOf(400).optional(), nextStep: textOf(400).optional() });
const objective = z.strictObject({ code, statement: textOf(300) });
const objectives = z.array(objective).min(1).max(12);
const variant = z.strictObject({ title: textOf(200).optional(), description: textOf(1000).optional(), question: textOf(300).optional(), objectives: objectives.optional(), levels: z.array(levelText).min(1).max(10).optional() });
const itemLevels = z.array(levelText.partial({ statement: true, example: true })).min(2).max(10);
const item = z.strictObject({ question: textOf(300).optional(), levels: itemLevels, variants: z.record(id, z.strictObject({ question: textOf(300).optional(), levels: itemLevels })).optional() });
// "#id" is a node of the same framework; else an address or a code, and never an address that does something.
const link = z.strictObject({ relation: z.enum(linkRelations), target: filled(500).regex(/^(https?:|urn:|#)\S+$|^[^:#]+$/i, "is no address that can be kept: use https, urn, #id or a code"), title: filled(200).optional() });
const node = z.strictObject({
  id,
  code: filled(60),
  title: textOf(200),
  titleStatus: statuses,
  description: textOf(1000),
  question: textOf(300).optional(),
  get children() {
    return z.array(node).max(5_000).optional();
  },
  extra: z.literal(true).optional(),
  progression: code.optional(),
  objectives: objectives.optional(),
  levels: z.array(levelText).min(1).max(10).optional(),
  variants: z.record(id, variant).optional(),
  links: z.array(link).min(1).max(100).optional(),
});
const level = z.strictObject({ code, title: textOf(80), titleStatus: statuses, description: textOf(500) });
const scale = z.strictObject({ id, title: textOf(120), status, levels: z.array(level).min(2).max(10) });
const band = z.strictObject({ level: code, from: z.number().int().min(0).max(10_000) });
const bands = z.strictObject({ total: z.array(band).min(1).max(10), areas: z.record(id, z.array(band).min(1).max(10)), source: filled(400) });
const layer = z.strictObject({ id, title: textOf(60), plural: textOf(60) });
const instrument = z.strictObject({
  id,
  title: textOf(120),
  form: z.enum(["choose-statement", "choose-option", "rate-block"]),
  scoring: z.enum(["level-as-chosen", "points-in-bands", "blocks-mastered"]),
  explanation: textOf(1000),
  source: filled(400),
  status,
  secondsPerItem: z.number().int().min(5).max(300),
  prompt: textOf(120).optional(),
  scale: scale.optional(),
  lowest: z.union([z.literal(0), z.literal(1)]).optional(),
  items: z.record(id, item).optional(),
  bands: bands.optional(),
});

// More than twenty into one, or one into more than twenty, is another framework.
const mapped = z.array(id).max(20);
const upgrade = z.strictObject({ from: versionNumber, items: z.array(z.strictObject({ from: mapped, to: mapped })).max(5_000) });

/** A framework document as it stands in `frameworks/<slug>/<version>.json`. */
export const frameworkSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(1),
  slug: id,
  version: versionNumber,
  languages: z.array(z.enum(["nl", "en"])).length(1).optional(),
  derivedFrom: z.strictObject({ slug: id, version: versionNumber }).optional(),
  upgrade: upgrade.optional(),
  supersededBy: z.strictObject({ citation: filled(800), year: z.number().int().min(1990).max(2100), doi: filled(100).optional(), url: z.url().startsWith("https://").optional(), note: textOf(800) }).optional(),
  title: textOf(200),
  shortTitle: textOf(60),
  description: textOf(1500),
  source: z.strictObject({
    citation: filled(800),
    publisher: filled(200),
    year: z.number().int().min(1990).max(2100),
    doi: filled(100).optional(),
    isbn: filled(40).optional(),
    url: z.url().startsWith("https://").optional(),
  }),
  licence: z.strictObject({ id, name: filled(200), url: z.url().startsWith("https://").optional(), adaptationAllowed: z.boolean().nullable(), note: textOf(800) }),
  attribution: textOf(800),
  changes: textOf(800),
  endorsement: textOf(400),
  contact: filled(200),
  reviewed: date,
  reviewBy: date,
  layers: z.array(layer).min(1).max(6),
  scale: scale.nullable(),
  progression: scale.optional(),
  nodes: z.array(node).min(1).max(5_000),
  instruments: z.array(instrument).min(1).max(8),
});

const target = z.strictObject({ level: code, weight: z.number().gt(0).max(3) });
// Where the rule needs every item, there is no short selection: the list is empty.
const selection = z.strictObject({ items: z.array(id).min(1), short: z.array(id) });
const familyProfile = z.strictObject({ targets: z.record(id, target), asked: z.record(z.union([z.literal("*"), id]), selection) });

/** A profile document as it stands in `frameworks/profiles/<slug>/<version>.json`. */
export const profileSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(1),
  slug: id,
  version: versionNumber,
  title: textOf(200),
  status: z.literal("ours"),
  reasoning: textOf(2000),
  framework: id,
  frameworkVersion: versionNumber,
  instrument: id,
  families: z.strictObject({
    leraar: familyProfile.optional(),
    onderwijsondersteuner: familyProfile.optional(),
    schoolleider: familyProfile.optional(),
    bestuurder: familyProfile.optional(),
    staf: familyProfile.optional(),
  }),
});
