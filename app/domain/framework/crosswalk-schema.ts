import { z } from "zod";
import { confidences, relationKinds, skosOf } from "#app/domain/framework/crosswalk.ts";
import { filled, id, textOf, versionNumber } from "#app/domain/framework/schema.ts";

/** The zod side of `crosswalk.ts`. */

const end = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}:[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, 'is no competence like "digcompedu:1.3": a framework, a colon and an id');
const relation = z.strictObject({
  source: end,
  target: end,
  relation: z.enum(relationKinds),
  skos: z.enum(Object.values(skosOf)),
  reason: textOf(400),
  confidence: z.enum(confidences),
  author: filled(200),
  status: z.enum(["draft", "reviewed"]),
});

/** A crosswalk document as it stands in `frameworks/crosswalks/<slug>/<version>.json`. */
export const crosswalkSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(1),
  slug: id,
  version: versionNumber,
  title: textOf(200),
  reasoning: textOf(2000),
  author: filled(200),
  frameworks: z.array(z.strictObject({ slug: id, version: versionNumber })).min(2).max(50),
  relations: z.array(relation).min(1).max(5_000),
});
