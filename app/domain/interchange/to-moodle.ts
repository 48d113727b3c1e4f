import { stringify } from "csv-stringify/sync";
import type { Framework } from "#app/domain/framework/framework.ts";
import { harmless } from "#app/domain/csv.ts";
import { cutAt, languageFor, levelNames, mainScale, onOneLine, outlineOf, type ExportSource } from "#app/domain/interchange/export-source.ts";
import { aboutHtml, inHtml, namedIds, nodeHtml } from "#app/domain/interchange/to-html.ts";
import type { Language } from "#app/domain/text.ts";

/** The columns of Moodle's competency framework importer, in its order. */
const header = ["Parent ID number", "ID number", "Short name", "Description", "Description format", "Scale values", "Scale configuration", "Rule type (optional)", "Rule outcome (optional)", "Rule config (optional)", "Cross-referenced competency ID numbers", "Exported ID (optional)", "Is framework", "Taxonomy"] as const;
const html = "1";

/** A framework as CSV for Moodle's `tool_lpimportcsv`, in one language. Level descriptors stand in the descriptions. */
export function toMoodle(source: ExportSource, asked: Language): string {
  const { framework } = source;
  const language = languageFor(framework, asked);
  const ids = namedIds(framework);
  const related = new Map(outlineOf(framework).map(({ node }) => [node.id, (node.links ?? []).filter(({ relation, target }) => relation === "related" && target.startsWith("#")).map(({ target }) => ids.of(target.slice(1)))]));
  const title = framework.title[language];
  const head = ["", ids.root, shortName(title, framework.slug), wholeName(title) + aboutHtml(framework, language), html, scaleValues(framework, language), scaleConfiguration(source), "", "", "", "", "", "1", taxonomy(framework)];
  const rows = outlineOf(framework).map(({ node, parent }, nth) => [
    parent ? ids.of(parent.id) : "",
    ids.of(node.id),
    shortName(node.title[language], node.code),
    wholeName(node.title[language]) + nodeHtml(framework, node, language),
    html,
    "",
    "",
    "",
    "0",
    "null",
    related.get(node.id)!.join(","),
    String(nth + 1),
    "",
    "",
  ]);
  return stringify([header, head, ...rows].map((row) => row.map(harmless)), { record_delimiter: "unix" });
}

const most = 100;
/** Moodle takes tags out of names and drops a row whose name is then empty or "0", with all that is under it. */
const plainName = (text: string) => onOneLine(text.replaceAll("<", "‹").replaceAll(">", "›").replaceAll("\\", "/"));

function shortName(title: string, code: string): string {
  const name = plainName(title);
  return cutAt(name === "0" || name === "" ? plainName(`${name} (${code})`) : name, most);
}

/** A name that is cut begins the description whole, so that nothing is lost. */
function wholeName(title: string): string {
  return [...plainName(title)].length > most ? `<p>${inHtml(onOneLine(title))}</p>` : "";
}

/** Commas part the values, so a name can hold none. */
function scaleValues(framework: Framework, language: Language): string {
  const { scale } = mainScale(framework);
  return levelNames(scale?.levels ?? [], language).map((name) => plainName(name).replace(/\s*,\s*/g, "; ")).join(",");
}

/** Moodle wants one step to begin on and at least one that counts as proficient. */
function scaleConfiguration(source: ExportSource): string {
  const { scale } = mainScale(source.framework);
  if (!scale) return "";
  const enough = proficientFrom(source);
  return JSON.stringify([{ scaleid: "1" }, ...scale.levels.map((_, nth) => ({ id: nth + 1, scaledefault: nth === 0 ? 1 : 0, proficient: nth + 1 >= enough ? 1 : 0 }))]);
}

/** The step that is most often a target in the profiles; without targets the upper half. */
export function proficientFrom({ framework, profiles }: Pick<ExportSource, "framework" | "profiles">): number {
  const { instrument, scale } = mainScale(framework);
  const levels = scale?.levels ?? [];
  const counts = levels.map(({ code }) => profiles.filter((profile) => profile.instrument === instrument.id).flatMap(({ families }) => Object.values(families).flatMap(({ targets }) => Object.values(targets))).filter(({ level }) => level === code).length);
  const highest = Math.max(0, ...counts);
  return highest === 0 ? Math.floor(levels.length / 2) + 1 : counts.indexOf(highest) + 1;
}

/** A term of Moodle's list per layer: competences at the bottom, domains above. */
function taxonomy({ layers }: Framework): string {
  return layers.map((_, nth) => (nth === layers.length - 1 ? "competency" : "domain")).join(",");
}
