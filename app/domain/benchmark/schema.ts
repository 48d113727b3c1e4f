import { z } from "zod";
import { boundKinds, handedOns } from "#app/domain/benchmark/benchmark.ts";
import { date, filled, id, textOf, versionNumber } from "#app/domain/framework/schema.ts";

/** The zod side of `benchmark.ts`. */

const address = z.url().startsWith("https://");
const year = z.number().int().min(1990).max(2100);
const row = z.strictObject({ id, label: textOf(200), percent: z.number().min(0).max(100), bound: z.enum(boundKinds) });
const benchmark = z.strictObject({
  id,
  title: textOf(200),
  finding: textOf(400),
  year,
  asked: textOf(300),
  people: z.number().int().min(1).nullable(),
  source: z.strictObject({ citation: filled(800), publisher: filled(200), year, url: address.optional(), via: filled(400).nullable() }),
  handedOn: z.enum(handedOns),
  // A figure without what it cannot say is not shown.
  caveats: z.array(textOf(400)).min(1).max(8),
  rows: z.array(row).max(30),
});

/** A set of sector figures as it stands in `frameworks/benchmarks/<slug>/<version>.json`. */
export const benchmarkSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(1),
  slug: id,
  version: versionNumber,
  title: textOf(120),
  summary: textOf(600),
  missing: z.array(textOf(400)).min(1).max(6),
  leftOut: z.array(z.strictObject({ what: textOf(300), why: textOf(600) })).max(20),
  licence: z.strictObject({ id, name: filled(200), url: address.optional(), note: textOf(600) }),
  contact: filled(200),
  reviewed: date,
  reviewBy: date,
  benchmarks: z.array(benchmark).min(1).max(50),
});
