import type { FrameworkNode } from "#app/domain/framework/framework.ts";
import { cutAt, isLeaf, languageFor, onOneLine, outlineOf, type ExportSource } from "#app/domain/interchange/export-source.ts";
import { aboutHtml, namedIds, nodeHtml } from "#app/domain/interchange/to-html.ts";
import type { Language } from "#app/domain/text.ts";

/** Mahara always has these four; only their labels vary. */
const statuses: Readonly<Record<Language, Readonly<Record<"begun" | "incomplete" | "partialcomplete" | "completed", string>>>> = {
  nl: { begun: "Klaar voor bespreking", incomplete: "Nog niet", partialcomplete: "Voor een deel", completed: "Helemaal" },
  en: { begun: "Ready for assessment", incomplete: "Not yet", partialcomplete: "In part", completed: "Fully" },
};

type Standard = { readonly shortname: string; readonly name: string; readonly description: string; readonly standardid: number };
type Element = Standard & { readonly elementid: string; readonly parentelementid?: string };

/** A framework as a `.matrix` of Mahara's SmartEvidence (version 2): areas as standards, what is under them as elements. */
export function toMatrix(source: ExportSource, asked: Language): object {
  const { framework } = source;
  const language = languageFor(framework, asked);
  // Only elements can be assessed: competences without an area get the framework itself as their standard.
  const flat = framework.nodes.every(isLeaf);
  const words = (node: FrameworkNode) => ({ shortname: cutAt(onOneLine(`${node.code} ${node.title[language]}`), 100), name: cutAt(onOneLine(node.title[language]), 255), description: nodeHtml(framework, node, language) });
  const standards: Standard[] = flat
    ? [{ shortname: cutAt(onOneLine(framework.shortTitle[language]), 100), name: cutAt(onOneLine(framework.title[language]), 255), description: "", standardid: 1 }]
    : framework.nodes.map((node, nth) => ({ ...words(node), standardid: nth + 1 }));
  const standardOf = new Map(framework.nodes.map(({ id }, nth) => [id, flat ? 1 : nth + 1]));
  const ids = namedIds(framework);
  // Parents stand before their children, because Mahara looks back only; and it compares with ==, so no id may look like a number.
  const standardelements = outlineOf(framework)
    .filter(({ node, parent }) => parent !== null || isLeaf(node))
    .map(({ node, parent, area }): Element => ({ ...words(node), standardid: standardOf.get(area.id)!, elementid: ids.of(node.id), ...(parent && parent !== area ? { parentelementid: ids.of(parent.id) } : {}) }));
  const evidencestatuses = Object.entries(statuses[language]).map(([status, label]) => ({ [status]: label }));
  return { framework: { institution: "all", name: cutAt(onOneLine(framework.title[language]), 255), description: aboutHtml(framework, language), selfassess: true, evidencestatuses, standards, standardelements } };
}
