import { z } from "zod";
import { date, filled, id, textOf, versionNumber } from "#app/domain/framework/schema.ts";

/** The zod side of `activity.ts`. */

const official = z.enum(["official", "translated", "ours"]);
const titleStatus = z.strictObject({ nl: official, en: official });
const address = z.url().startsWith("https://");

const head = {
  $schema: z.string().optional(),
  schema: z.literal(1),
  slug: id,
  version: versionNumber,
  title: textOf(120),
  summary: textOf(400),
  how: z.array(textOf(400)).min(1).max(6),
  minutes: z.number().int().min(5).max(240),
  status: z.literal("ours"),
  statusNote: textOf(600),
  sources: z.array(z.strictObject({ citation: filled(800), publisher: filled(200), year: z.number().int().min(1990).max(2100), url: address.optional(), used: textOf(500) })).min(1).max(6),
  licence: z.strictObject({ id, name: filled(200), url: address.optional(), note: textOf(600) }),
  contact: filled(200),
  reviewed: date,
  reviewBy: date,
};

const conversation = z.strictObject({
  ...head,
  kind: z.literal("conversation"),
  role: z.strictObject({ id, title: textOf(80), who: textOf(300) }),
  topics: z.array(z.strictObject({ id, title: textOf(120), questions: z.array(z.strictObject({ id, question: textOf(300), why: textOf(300) })).min(1).max(8) })).min(1).max(8),
  closing: textOf(400),
});

const step = z.strictObject({ id, code: filled(20).optional(), title: textOf(80), titleStatus, description: textOf(300) });
const scenarios = z.strictObject({
  ...head,
  kind: z.literal("scenarios"),
  lenses: z.array(z.strictObject({ id, title: textOf(120), steps: z.array(step).min(2).max(8) })).min(1).max(2),
  questions: z.array(z.strictObject({ id, question: textOf(200), lens: id })).length(2),
  compare: z.strictObject({ same: textOf(400), lower: textOf(400), higher: textOf(400) }),
  cards: z.array(z.strictObject({ id, title: textOf(120), situation: textOf(600), talk: z.array(textOf(300)).min(1).max(5) })).min(1).max(20),
});

const statement = z.strictObject({ id, statement: textOf(300), look: textOf(300) });
const schoolScan = z.strictObject({
  ...head,
  kind: z.literal("school-scan"),
  steps: z.array(z.strictObject({ id, title: textOf(80) })).min(2).max(6),
  elements: z.array(z.strictObject({ id, code: filled(20), title: textOf(80), titleStatus, description: textOf(400), statements: z.array(statement).min(1).max(12) })).min(1).max(10),
});

/** An activity document as it stands in `frameworks/activities/<slug>/<version>.json`. */
export const activitySchema = z.discriminatedUnion("kind", [conversation, scenarios, schoolScan]);
