import { z } from "zod";
import { folded } from "#app/domain/framework/check-instruments.ts";

const name = z.union([z.string().trim().min(1).max(200), z.number().int().min(1).max(500).transform(String)]);
const names = z.union([name, z.array(name).min(1).max(20)]).transform((given) => (Array.isArray(given) ? given : [given]));
const perLanguage = z.union([names, z.strictObject({ nl: names.optional(), en: names.optional() })]);

/**
 * How the columns of a table or the fields of a JSON tree are to be read; a file like this confirms or overrides what is
 * proposed. A column is named by its header or by its number, counted from 1.
 */
export const importMapSchema = z.strictObject({
  /** The title of the framework. */
  title: z.string().trim().min(1).max(200).optional(),
  language: z.enum(["nl", "en"]).optional(),
  /** The sheet of a workbook. */
  sheet: z.string().optional(),
  /** Where in a JSON file the list of items stands: "data.areas". */
  nodes: z.string().max(500).optional(),
  fields: z
    .strictObject({
      id: names.optional(),
      parent: names.optional(),
      code: names.optional(),
      title: perLanguage.optional(),
      description: perLanguage.optional(),
      type: names.optional(),
      order: names.optional(),
      /** A number per row: 1 for the top layer. */
      depth: names.optional(),
      /** Columns from the top layer down, when every row names the layers it stands in. */
      path: names.optional(),
      /** Columns with a text per level, lowest first; in JSON the field that holds the levels. */
      levels: names.optional(),
      /** In JSON: the fields that hold what stands under an item. */
      children: names.optional(),
    })
    .optional(),
});

export type ImportMap = z.infer<typeof importMapSchema>;

/** Names are compared without case, blanks and signs. */
export const squeezed = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]/gu, "");

/** What a map says about one text in each language: pairs of a language ("" when it does not say) and a name. */
export function namedTexts(given: NonNullable<ImportMap["fields"]>["title"]): { language: string; name: string }[] {
  if (given === undefined) return [];
  if (Array.isArray(given)) return given.map((each) => ({ language: "", name: each }));
  return (["nl", "en"] as const).flatMap((language) => (given[language] ?? []).map((each) => ({ language, name: each })));
}
