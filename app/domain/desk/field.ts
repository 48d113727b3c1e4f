import type { Language, Text } from "#app/domain/text.ts";

/** What a text of a framework is for; each has its label where it is shown. */
export type FieldPart =
  | "code" | "title" | "shortTitle" | "description" | "question" | "objectives" | "statement" | "example" | "nextStep" | "progression"
  | "citation" | "publisher" | "year" | "url" | "licence" | "licenceNote" | "attribution" | "changes" | "endorsement" | "contact" | "reviewBy" | "layer" | "layers" | "reasoning" | "explanation" | "prompt";

/** One text to fill in. `name` is also its name in the form; `language` is null for what is the same in each. */
export type DeskField = {
  readonly name: string;
  readonly part: FieldPart;
  readonly language: Language | null;
  readonly value: string;
  readonly max: number;
  /** May be left empty for good; else it is still to be written. */
  readonly optional: boolean;
  /** One line, a few lines, a day, or one of these. */
  readonly room: "line" | "lines" | "date" | readonly { readonly value: string; readonly label: Text }[];
};

/** Fields that belong together under one legend: the texts of one level, or of the item itself. */
export type FieldGroup = { readonly key: string; readonly legend: Text | null; readonly fields: readonly DeskField[] };

/** Field name to what is wrong with it: a code with a sentence where it is shown. */
export type DeskErrors = Readonly<Record<string, "too-long" | "strange" | "required" | "twice" | "not-a-choice" | "not-a-date" | "not-a-year" | "not-an-address" | "uneven" | "too-many">>;
export type Values = Readonly<Record<string, string>>;

/** The same as the schema refuses: control and direction characters, half a character. */
const strange = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ue000]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** What somebody typed, as it is kept: without spaces at the ends, with one kind of line ends. A field that was not sent keeps its value. */
export function typedIn(fields: readonly DeskField[], sent: Values): { readonly values: Values; readonly errors: DeskErrors } {
  const values: Record<string, string> = {};
  const errors: Record<string, DeskErrors[string]> = {};
  for (const { name, value, max, room } of fields) {
    const typed = Object.hasOwn(sent, name) ? sent[name]!.replaceAll("\r\n", "\n").trim() : value;
    values[name] = room === "line" ? typed.replaceAll(/\s*\n\s*/g, " ") : typed;
    if (strange.test(typed)) errors[name] = "strange";
    else if (typeof room !== "string") {
      if (!room.some((each) => each.value === typed)) errors[name] = "not-a-choice";
    } else if (typed.length > max) errors[name] = "too-long";
  }
  return { values, errors };
}

/** A field per language for one text. */
export function textFields(spoken: readonly Language[], name: string, part: FieldPart, text: Text | undefined, max: number, { optional = false, room = "lines" }: { optional?: boolean; room?: "line" | "lines" } = {}): DeskField[] {
  return spoken.map((language) => ({ name: `${name}.${language}`, part, language, value: text?.[language] ?? "", max, optional, room }));
}

/** A field for what is the same in each language. */
export function plainField(name: string, part: FieldPart, value: string, max: number, { optional = false, room = "line" }: { optional?: boolean; room?: DeskField["room"] } = {}): DeskField {
  return { name, part, language: null, value, max, optional, room };
}

/** The text with this name in what was typed; in a document of one language the other holds the same words. */
export function textFrom(spoken: readonly Language[], values: Values, name: string): Text {
  const said = (language: Language) => values[`${name}.${spoken.includes(language) ? language : spoken[0]!}`] ?? "";
  return { nl: said("nl"), en: said("en") };
}

/** The same, or nothing when it was left empty in every language. */
export function optionalText(spoken: readonly Language[], values: Values, name: string): Text | undefined {
  const text = textFrom(spoken, values, name);
  return text.nl === "" && text.en === "" ? undefined : text;
}
