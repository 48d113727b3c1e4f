import { wordingFor, type Framework, type FrameworkNode } from "#app/domain/framework/framework.ts";
import { isLeaf, levelNames, mainScale } from "#app/domain/interchange/export-source.ts";
import type { Language } from "#app/domain/text.ts";

/** Text in HTML. The backslash too, because PHP reads CSV with it as an escape. */
export function inHtml(text: string): string {
  return text.replace(/[&<>"'\\]/g, (character) => `&#${character.charCodeAt(0)};`).replace(/\r\n?|\n/g, "<br>");
}

const paragraph = (text: string) => `<p>${inHtml(text)}</p>`;
const words = {
  nl: { source: "Bron", licence: "Licentie", version: "Versie", levels: "Niveaus", objectives: "Dit hoort erbij" },
  en: { source: "Source", licence: "Licence", version: "Version", levels: "Levels", objectives: "This belongs to it" },
} as const;

/** What the licences want to go along: source, attribution, changes, no endorsement, and the licence itself. */
export function aboutHtml(framework: Framework, language: Language): string {
  const t = words[language];
  const { source, licence, version, attribution, changes, endorsement, description } = framework;
  return [
    paragraph(description[language]),
    paragraph(attribution[language]),
    paragraph(changes[language]),
    paragraph(endorsement[language]),
    paragraph(`${t.source}: ${source.citation}${source.url ? ` ${source.url}` : ""}`),
    paragraph(`${t.licence}: ${licence.name}${licence.url ? ` ${licence.url}` : ""}. ${t.version} ${version}.`),
  ].join("");
}

/** A node's description, with what makes it up and with its level descriptors, for formats that have no place of their own for them. */
export function nodeHtml(framework: Framework, node: FrameworkNode, language: Language): string {
  const t = words[language];
  const list = (title: string, lines: readonly string[]) => (lines.length > 0 ? `<p><strong>${inHtml(title)}</strong></p><ul>${lines.map((line) => `<li>${line}</li>`).join("")}</ul>` : "");
  const { instrument, scale } = mainScale(framework);
  const worded = isLeaf(node) ? wordingFor(framework, instrument, node, "", "").levels : [];
  const names = levelNames(scale?.levels ?? [], language);
  const levels = worded.map(({ level, statement }) => {
    const place = scale?.levels.findIndex(({ code }) => code === level) ?? -1;
    return `<strong>${inHtml(names[place] ?? level)}</strong>: ${inHtml(statement[language])}`;
  });
  return paragraph(node.description[language]) + list(t.objectives, (node.objectives ?? []).map(({ statement }) => inHtml(statement[language]))) + list(t.levels, levels);
}

/**
 * Ids for systems in PHP that compare with ==: there "1.1" and "1.10" are the same number, and so are "1e-5" and "1e-05". What begins with
 * a letter is never a number, so every id begins with the slug, or with a letter before it. At most a hundred characters.
 */
export function namedIds({ slug }: Pick<Framework, "slug">): { readonly root: string; readonly of: (id: string) => string } {
  const root = (/^[A-Za-z]/.test(slug) ? slug : `k-${slug}`).slice(0, 39);
  return { root, of: (id) => `${root}-${id}` };
}
