import type { Framework } from "#app/domain/framework/framework.ts";
import type { Placed } from "#app/domain/interchange/place.ts";
import { oneLine } from "#app/domain/interchange/plain-text.ts";
import { cutTo } from "#app/domain/interchange/voice.ts";
import type { Text } from "#app/domain/text.ts";

type Layer = Framework["layers"][number];
const word = (nl: string, nls: string, en: string, ens: string) => ({ title: { nl, en }, plural: { nl: nls, en: ens } });

const area = word("gebied", "gebieden", "area", "areas");
const competence = word("competentie", "competenties", "competence", "competences");
const defaults = [area, competence, word("onderdeel", "onderdelen", "part", "parts"), word("indicator", "indicatoren", "indicator", "indicators"), word("detail", "details", "detail", "details"), word("punt", "punten", "point", "points")];

/** Words that files use for their layers; the first eleven are Moodle's. */
const known = new Map<string, Pick<Layer, "title" | "plural">>([
  ["behaviour", word("gedrag", "gedragingen", "behaviour", "behaviours")],
  ["competency", competence],
  ["competencies", competence],
  ["concept", word("begrip", "begrippen", "concept", "concepts")],
  ["domain", word("domein", "domeinen", "domain", "domains")],
  ["indicator", word("indicator", "indicatoren", "indicator", "indicators")],
  ["level", word("niveau", "niveaus", "level", "levels")],
  ["outcome", word("resultaat", "resultaten", "outcome", "outcomes")],
  ["practice", word("praktijk", "praktijken", "practice", "practices")],
  ["proficiency", word("beheersing", "beheersing", "proficiency", "proficiencies")],
  ["skill", word("vaardigheid", "vaardigheden", "skill", "skills")],
  ["value", word("waarde", "waarden", "value", "values")],
  ...["area", "gebied", "competentiegebied", "competence area"].map((name): [string, typeof area] => [name, area]),
  ...["competence", "competentie", "bekwaamheid"].map((name): [string, typeof area] => [name, competence]),
  ["domein", word("domein", "domeinen", "domain", "domains")],
  ["thema", word("thema", "thema's", "theme", "themes")],
  ["theme", word("thema", "thema's", "theme", "themes")],
  ["vaardigheid", word("vaardigheid", "vaardigheden", "skill", "skills")],
  ["standard", word("standaard", "standaarden", "standard", "standards")],
  ["element", word("onderdeel", "onderdelen", "element", "elements")],
  ["cluster", word("cluster", "clusters", "cluster", "clusters")],
  ["aspect", word("aspect", "aspecten", "aspect", "aspects")],
]);
// Fields of a file are often called after all that is in them: "areas", "gebieden".
for (const layer of [...known.values()]) for (const name of [layer.plural.nl, layer.plural.en]) if (!known.has(name)) known.set(name, layer);

/** One name per layer of the tree: what the file calls it, what most of its nodes are called, or our own word. */
export function layerNames(given: readonly string[], layers: readonly (readonly Placed[])[]): readonly Layer[] {
  return layers.map((layer, depth) => {
    const named = given[depth]?.trim() || mostUsed(layer);
    const own = layers.length === 1 ? competence : defaults[depth]!;
    return { id: `layer-${depth + 1}`, ...(named === "" ? own : (known.get(named.toLowerCase()) ?? asGiven(named))) };
  });
}

function mostUsed(layer: readonly Placed[]): string {
  const counts = new Map<string, number>();
  for (const { node } of layer) if (node.kind.trim() !== "") counts.set(node.kind.trim(), (counts.get(node.kind.trim()) ?? 0) + 1);
  const [kind, count] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? ["", 0];
  return count * 2 > layer.length ? kind : "";
}

/** A word that we do not know has no plural that we know. */
function asGiven(named: string): Pick<Layer, "title" | "plural"> {
  const plain = cutTo(oneLine(named.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, " ")), 60) || "onderdeel";
  const text: Text = { nl: plain, en: plain };
  return { title: text, plural: text };
}
