import { describe, expect, test } from "vitest";
import { answerScale, competencesOf, wordingFor, type Framework } from "#app/domain/framework/framework.ts";
import { languages } from "#app/domain/text.ts";
import type { ExportChoice } from "#app/domain/interchange/export-format.ts";
import { lossesOf } from "#app/domain/interchange/export-losses.ts";
import { outlineOf } from "#app/domain/interchange/export-source.ts";
import { choice, library, roundTrip, sourceOf } from "./exporting.ts";

/** What can be asked of a document that came back. */
const fields = {
  tree: (framework: Framework) => outlineOf(framework).map(({ depth, place }) => [depth, place]),
  ids: (framework: Framework) => outlineOf(framework).map(({ node }) => node.id),
  codes: (framework: Framework) => outlineOf(framework).map(({ node }) => node.code),
  titles: (framework: Framework) => outlineOf(framework).map(({ node }) => node.title),
  "titles in Dutch": (framework: Framework) => outlineOf(framework).map(({ node }) => node.title.nl),
  descriptions: (framework: Framework) => outlineOf(framework).map(({ node }) => node.description),
  "level names": (framework: Framework) => stepsOf(framework).map(({ title }) => title),
  "number of levels": (framework: Framework) => stepsOf(framework).length,
  "level texts": (framework: Framework) => worded(framework, "statement"),
  "next steps": (framework: Framework) => worded(framework, "nextStep"),
  examples: (framework: Framework) => worded(framework, "example"),
  layers: (framework: Framework) => framework.layers.map(({ title }) => title.nl.toLowerCase()),
  version: (framework: Framework) => framework.version,
  licence: (framework: Framework) => framework.licence.adaptationAllowed,
  publisher: (framework: Framework) => framework.source.publisher,
  title: (framework: Framework) => framework.title,
  "title in Dutch": (framework: Framework) => framework.title.nl,
  everything: (framework: Framework) => framework,
} satisfies Record<string, (framework: Framework) => unknown>;
type Field = keyof typeof fields;

const stepsOf = (framework: Framework) => answerScale(framework, framework.instruments[0]!)?.levels ?? [];
const worded = (framework: Framework, what: "statement" | "nextStep" | "example") =>
  competencesOf(framework).map(({ node }) => wordingFor(framework, framework.instruments[0]!, node, "", "").levels.map((level) => languages.map((language) => level[what]?.[language] ?? null)));

/** Which fields come back as they went, of a framework with a sentence per level. What is not named does not: the last test sees to that. */
const survives: readonly (readonly [name: string, asked: ExportChoice, fields: readonly Field[]])[] = [
  ["json", choice("json"), Object.keys(fields) as Field[]],
  ["case", choice("case"), ["tree", "codes", "titles", "titles in Dutch", "descriptions", "level names", "number of levels", "level texts", "next steps", "layers", "version", "licence", "publisher", "title in Dutch"]],
  ["xlsx", choice("xlsx"), ["tree", "ids", "codes", "titles", "titles in Dutch", "descriptions", "number of levels", "level texts", "layers", "version", "licence", "publisher", "title in Dutch"]],
  ["csv", choice("csv"), ["tree", "ids", "codes", "titles", "titles in Dutch", "descriptions", "number of levels", "level texts", "layers", "version", "licence", "publisher", "title in Dutch"]],
  ["moodle", choice("moodle"), ["tree", "titles in Dutch", "number of levels", "title in Dutch"]],
  ["matrix", choice("matrix"), ["tree", "titles in Dutch", "title in Dutch"]],
  ["skos as Turtle", choice("skos"), ["tree", "ids", "codes", "titles", "titles in Dutch", "descriptions", "level names", "number of levels", "version", "licence", "publisher", "title", "title in Dutch"]],
  ["skos as JSON-LD", choice("skos", { syntax: "jsonld" }), ["tree", "ids", "codes", "titles", "titles in Dutch", "descriptions", "level names", "number of levels", "version", "licence", "publisher", "title", "title in Dutch"]],
];

const shipped = sourceOf("po-personeel", "0.1.0");
// Layers with names of their own, so that the ones that every reader falls back on are not taken for them.
const source = { ...shipped, framework: { ...shipped.framework, layers: shipped.framework.layers.map((layer, nth) => ({ ...layer, title: { nl: ["Thema", "Vaardigheid"][nth]!, en: ["Theme", "Skill"][nth]! } })) } };
const back = new Map(survives.map(([name, asked]) => [name, roundTrip(source, asked).document]));

describe.each(survives)("%s", (name, asked, kept) => {
  test.each(kept.map((field) => [field] as const))("brings back %s", (field) => {
    expect(fields[field](back.get(name)!)).toEqual(fields[field](source.framework));
  });

  test("brings back nothing else unchanged: the table above is whole", () => {
    const unchanged = (Object.keys(fields) as Field[]).filter((field) => JSON.stringify(fields[field](back.get(name)!)) === JSON.stringify(fields[field](source.framework)));
    expect(unchanged.sort()).toEqual([...kept].sort());
  });

  test.each(library.frameworks.map(({ slug, version }) => [slug, version] as const))("brings back the tree of %s %s", (slug, version) => {
    const of = sourceOf(slug, version);
    const { document } = roundTrip(of, asked);
    const inOrder = !lossesOf(asked.format, of, "nl").some(({ code }) => code === "order");
    const ordered = <T,>(list: readonly T[]) => (inOrder ? list : [...list].sort());
    expect(ordered(fields.tree(document))).toEqual(ordered(fields.tree(of.framework)));
    expect(ordered(fields["titles in Dutch"](document))).toEqual(ordered(fields["titles in Dutch"](of.framework)));
  });
});

test("objectives come back in words where the format has no place for them as such", () => {
  const [first] = competencesOf(roundTrip(sourceOf("unesco-ai-cft", "2024.1.0"), choice("case")).document);
  const [own] = competencesOf(sourceOf("unesco-ai-cft", "2024.1.0").framework);
  for (const { statement } of own!.node.objectives!) expect(first!.node.description.en).toContain(statement.en);
});

test("a document in one language goes out in one and comes back in one", () => {
  const one = { ...source, framework: { ...source.framework, languages: ["nl"] as const } };
  for (const [, asked] of survives) {
    const { framework, document } = roundTrip(one, asked);
    expect(framework.languages, asked.format).toEqual(["nl"]);
    expect(document.title.nl).toBe(source.framework.title.nl);
  }
});
