import type { Draw } from "#tests/frameworks/documents.ts";
import { frameworkFrom, harmless } from "#tests/frameworks/documents.ts";
import { association, casePackage, criterion } from "./case-packages.ts";
import { workbook } from "./importing.ts";

/** Things that files hold where something else was meant. */
const odd: readonly unknown[] = [null, "", " ", 0, -1, 1e21, true, [], {}, ["x"], { nl: "x" }, "\u0000", "__proto__", "constructor", "\u202ex", "\ud83c", "x".repeat(300), "zin ".repeat(400), "a\nb", 'say "x", y;z\tw|', "n.v.t.", "A1", "#a", "javascript:alert(1)", "https://ex.example/a b", "<p>ja</p>", "<script>alert(1)</script>", "**x** _y_ [z](javascript:1)", "&amp;&lt;b&gt;", "é", "e\u0301", "É", "漢字", "=1+1", "1.10", "1.1", "%2C", "${x}", "{{x}}"];

const ids = ["a", "b", "c", "A", "a ", "é", "1", "1.1", "1.10", "1.1.1", "x/y", "", "a-2", "long".repeat(30), "https://ex.example/k/1", "toString"];
const texts = [...harmless, "Samenwerken met de hele school", "Working together with the whole school", "Delen", "1.1 Delen", "Kan iets uitleggen aan een collega.", "n.v.t.", "<b>Delen</b>", "Een heel lange naam die op honderd tekens wordt afgekapt omdat Moodle dat nu eenmaal altijd zo doet met "];
const text = ({ pick, chance }: Draw): unknown => (chance(8) ? pick(odd) : pick(texts));
const id = ({ pick, chance }: Draw): string => (chance(4) ? String(pick(odd)) : pick(ids));
const few = <T,>(draw: Draw, make: (nth: number) => T, most = 6): T[] => Array.from({ length: draw.int(0, most) }, (_, nth) => make(nth));

/** A file of a format: mostly in its shape, here and there with something that has no place in it. */
export type Drawn = { readonly name: string; readonly content: string | object | Uint8Array };

const languages = [undefined, undefined, "nl", "en", "en-GB", "de", "", 7];
const levelNames = [["Starter", "Kenner"], ["n.v.t.", "Begin", "Verder"], ["A1", "A2", "B1"], ["x"], Array.from({ length: 12 }, (_, nth) => `Stap ${nth}`), ["Goed", "goed"]];

function casePackageFrom(draw: Draw): Drawn {
  const { pick, chance } = draw;
  const items = few(draw, () => ({ id: id(draw), under: chance(30) ? "doc" : chance(10) ? "" : id(draw), statement: text(draw) as string, ...(chance(40) ? { short: text(draw) as string } : {}), ...(chance(50) ? { code: id(draw) } : {}), ...(chance(30) ? { language: pick(languages) as string } : {}), ...(chance(10) ? { more: { extensions: { x: 1 }, CFItemType: text(draw) } } : {}) }), 7);
  const kinds = ["isChildOf", "isTranslationOf", "isTranslationOf", "exactMatchOf", "isRelatedTo", "replacedBy", "ext:x", ""];
  const names = pick(levelNames);
  const made = casePackage(items, { associations: few(draw, () => association(pick(kinds), id(draw), id(draw), chance(20) ? { destinationNodeURI: pick(odd), sequenceNumber: pick(odd) } : {})), document: { language: pick(languages), title: text(draw), version: pick(["1.0.0", "2", "x", null, 3.1]), ...(chance(20) ? { caseVersion: pick(odd) } : {}) }, rubrics: [{ CFRubricCriteria: few(draw, () => criterion(id(draw), names.map((name, nth) => [name, String(text(draw)), chance(80) ? nth : names.length - nth]))) }] });
  return { name: "p.json", content: chance(5) ? { CFPackages: [made] } : made };
}

const quoted = (cell: unknown, sign: string) => (new RegExp(`[${sign}"\n]`).test(String(cell ?? "")) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell ?? ""));
const lines = (rows: readonly (readonly unknown[])[], sign: string, end = "\n") => rows.map((cells) => cells.map((cell) => quoted(cell, sign)).join(sign)).join(end);

function moodleFrom(draw: Draw): Drawn {
  const { pick, chance } = draw;
  const head = ["Parent ID number", "ID number", "Short name", "Description", "Description format", "Scale values", "Scale configuration", "Rule type (optional)", "Rule outcome (optional)", "Rule config (optional)", "Cross-referenced competency ID numbers", "Exported ID (optional)", "Is framework", "Taxonomy"];
  const config = '[{"scaleid":"1"},{"id":1,"scaledefault":1,"proficient":1}]';
  const rows = few(draw, () => [chance(50) ? "" : id(draw), id(draw), text(draw), chance(60) ? text(draw) : "", pick(["1", "0", "4", ""]), chance(5) ? "x,y" : "", "", chance(5) ? "core_competency\\rule" : "", 0, "null", chance(20) ? `${id(draw)},${id(draw)}` : "", 1, "", ""], 8);
  const framework = [pick(["", "x"]), pick(["VB", "a"]), text(draw), text(draw), 1, pick(levelNames).join(","), config, "", "", "", "", "", 1, pick(["domain,competency", '{"1":"domain"}', "", "x".repeat(200)])];
  const all = [chance(90) ? head : head.map((_, nth) => `列${nth}`), ...(chance(90) ? [framework] : []), ...rows, ...(chance(5) ? [framework] : [])];
  const cut = chance(15) ? all.map((cells) => cells.filter((_, nth) => nth !== 10 && nth !== 11)) : all;
  return { name: "m.csv", content: lines(cut, pick([",", ";", "\t"]), pick(["\n", "\r\n"])) };
}

function maharaFrom(draw: Draw): Drawn {
  const { pick, chance } = draw;
  const element = () => ({ shortname: text(draw), name: text(draw), description: text(draw), standardid: pick([1, 2, "1", "x", null]), elementid: id(draw), ...(chance(40) ? { [pick(["parentelementid", "parentid"])]: id(draw) } : {}) });
  const standards = few(draw, (nth) => ({ shortname: text(draw), name: text(draw), description: text(draw), ...(chance(90) ? { standardid: nth + 1 } : {}), ...(chance(30) ? { standardelement: few(draw, element, 3) } : {}) }), 3);
  return { name: "k.matrix", content: { framework: { name: text(draw), description: text(draw), evidencestatuses: chance(80) ? [{ begun: "x" }, { incomplete: text(draw) }, { partialcomplete: "y" }, { completed: "z" }] : pick(odd), standards: chance(95) ? standards : pick(odd), standardelements: few(draw, element) } } };
}

function digCompFrom(draw: Draw): Drawn {
  const { pick, chance } = draw;
  const said = () => ({ name: text(draw), description: text(draw), ...(chance(50) ? { name_nl: text(draw), description_nl: text(draw) } : {}) });
  const levels = ["Basic_1", "Basic_2", "Advanced_5"].map((name) => ({ "@type": "ProficiencyLevel", "@id": `ProficiencyLevel/${name}`, four_levels_name: name.split("_")[0], four_levels_description: text(draw) }));
  return {
    name: "d.jsonld",
    content: {
      "@context": { "@language": pick(languages) },
      "@graph": [
        ...few(draw, () => ({ "@type": "CompetenceArea", "@id": `CompetenceArea/${id(draw)}`, ...said() }), 3),
        { "@type": "Competence", "@id": "Competence/1.1", competence_area_id: "CompetenceArea/1", ...said() },
        { "@type": "CompetenceArea", "@id": "CompetenceArea/1", ...said() },
        ...few(draw, () => ({ "@type": chance(90) ? "Competence" : pick(odd), "@id": `Competence/${id(draw)}`, competence_area_id: chance(80) ? `CompetenceArea/${id(draw)}` : pick(odd), ...said() })),
        ...(chance(70) ? levels : []),
        ...few(draw, () => ({ "@type": "CompetenceStatement", "@id": "CompetenceStatement/1", competence_id: pick(["Competence/1.1", { "@id": "Competence/1.1" }, "Competence/a", null]), four_levels_proficiency_name: pick(["ProficiencyLevel/Basic", "ProficiencyLevel/Advanced", "ProficiencyLevel/Other", 3]), description: text(draw), description_nl: text(draw) })),
      ],
    },
  };
}

const literal = (value: unknown) => `"${String(value ?? "").replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replace(/[\u0000-\u001f\ud800-\udfff]/g, "")}"`;

function turtleFrom(draw: Draw): Drawn {
  const { pick, chance } = draw;
  const iri = () => `<https://ex.example/k/${encodeURIComponent(id(draw).replace(/[\ud800-\udfff]/g, ""))}>`;
  const predicates = ["skos:broader", "skos:narrower", "skos:exactMatch", "skos:related", "skos:inScheme", "skos:topConceptOf", "skos:member"];
  const concepts = few(draw, () => [iri(), "a skos:Concept ;", `skos:prefLabel ${literal(text(draw))}${pick(["@nl", "@en", "@de", ""])}, ${literal(text(draw))}@en ;`, chance(50) ? `skos:notation ${literal(id(draw))} ;` : "", chance(30) ? `skos:definition ${literal(text(draw))}@nl ;` : "", ...few(draw, () => `${pick(predicates)} ${iri()} ;`, 3), "."].join(" "), 7);
  const scale = chance(40) ? `<urn:l> a skos:OrderedCollection ; skos:memberList ( ${pick(["<urn:l1> <urn:l2>", "<urn:l1>", `<urn:l1> ${iri()}`])} ) . <urn:l1> skos:prefLabel "Een" . <urn:l2> skos:prefLabel "Twee"@nl .` : "";
  return { name: "s.ttl", content: `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<https://ex.example/s> a skos:ConceptScheme ; <http://purl.org/dc/terms/title> ${literal(text(draw))}@nl .\n${concepts.join("\n")}\n${scale}` };
}

function jsonLdFrom(draw: Draw): Drawn {
  const { pick, chance } = draw;
  const word = () => pick<unknown>([{ "@value": text(draw), "@language": pick(languages) }, text(draw), { nl: text(draw), en: text(draw) }, [{ "@value": text(draw) }], { "@list": [text(draw)] }]);
  const concept = (deep: number): object => ({ "@id": pick([`ex:${id(draw)}`, id(draw), undefined]), "@type": pick(["skos:Concept", ["skos:Concept", "x"], "Concept", odd[draw.int(0, odd.length - 1)]]), [pick(["skos:prefLabel", "prefLabel", "label"])]: word(), ...(chance(50) ? { "skos:notation": id(draw) } : {}), ...(chance(50) ? { [pick(["skos:broader", "skos:narrower", "up", "skos:closeMatch"])]: deep > 0 && chance(40) ? concept(deep - 1) : pick<unknown>([{ "@id": `ex:${id(draw)}` }, `ex:${id(draw)}`, odd[draw.int(0, odd.length - 1)]]) } : {}) });
  const context = pick<unknown>([{ skos: "http://www.w3.org/2004/02/skos/core#", ex: "https://ex.example/", label: { "@id": "skos:prefLabel", "@container": "@language" }, up: { "@id": "skos:broader", "@type": "@id" } }, { "@vocab": "http://www.w3.org/2004/02/skos/core#", "@language": "nl" }, "https://elsewhere.example/c", [{}, null, { x: { "@id": "x" } }], { skos: "skos:x" }]);
  return { name: "s.jsonld", content: { "@context": context, "@graph": [{ "@id": "ex:s", "@type": "skos:ConceptScheme", "skos:prefLabel": "x" }, ...few(draw, () => concept(2))] } };
}

const headers = ["id", "code", "titel", "title_en", "Naam (nl)", "omschrijving", "parent", "ouder", "volgorde", "Level", "niveau", "Gebied", "Competentie", "Area code", "fullStatement", "Abbreviated Statement", "A1", "A2 Ontdekker", "type", "Is Child Of", "IsRelatedTo", "x", "", "#title", "notes"];
function rowsFrom(draw: Draw): unknown[][] {
  const head = Array.from({ length: draw.int(1, 8) }, () => draw.pick(headers));
  return [...(draw.chance(20) ? [["#title", text(draw)]] : []), head, ...few(draw, () => head.map((name) => (/id|code|parent|ouder|Child/i.test(name) ? id(draw) : /level|niveau|volgorde/i.test(name) ? draw.pick(["1", "2", "3", "A1", "A2", ""]) : draw.chance(80) ? text(draw) : "")), 8)];
}
const tableFrom = (draw: Draw): Drawn => ({ name: "t.csv", content: lines(rowsFrom(draw), draw.pick([",", ";", "\t", "|"]), draw.pick(["\n", "\r\n"])) });
const bookFrom = (draw: Draw): Drawn => ({ name: "t.xlsx", content: workbook({ Een: rowsFrom(draw).map((cells) => cells.map((cell) => (typeof cell === "number" ? cell : String(cell ?? "").replace(/[\u0000-\u0008\ud800-\udfff]/g, "")))), ...(draw.chance(40) ? { Twee: [["x"], [1]] } : {}) }) });

const names = ["title", "titel", "name", "title_nl", "id", "code", "parent", "description", "items", "children", "levels", "niveaus", "competenties", "order", "type", "x"];
function treeFrom(draw: Draw): Drawn {
  const { pick, chance } = draw;
  const value = (name: string, deep: number): unknown => {
    if (/items|children|competenties/.test(name)) return deep <= 0 ? pick(odd) : chance(80) ? few(draw, () => thing(deep - 1), 4) : chance(50) ? { a: thing(deep - 1), b: thing(deep - 1) } : ["Een", "Twee"];
    if (/levels|niveaus/.test(name)) return pick<unknown>([{ A1: text(draw), A2: text(draw) }, [{ code: "A1", description: text(draw) }, { name: "x", text: "y" }], ["een", "twee"], text(draw), { A1: { nl: "x", en: "y" } }]);
    return chance(30) ? { nl: text(draw), en: text(draw) } : /id|code|parent/.test(name) ? id(draw) : text(draw);
  };
  const thing = (deep: number): object => Object.fromEntries(["title", ...Array.from({ length: draw.int(1, 6) }, () => pick(names))].map((name) => [name, value(name, deep)]));
  return { name: "b.json", content: pick<object>([few(draw, () => thing(3)), { title: text(draw), areas: few(draw, () => thing(3)) }, { a: { b: { items: few(draw, () => thing(2)) } } }, thing(4), { areas: few(draw, () => thing(0)), competences: few(draw, () => ({ ...thing(0), area_id: id(draw) })) }]) };
}

function oursFrom(draw: Draw): Drawn {
  const made = frameworkFrom(draw) as unknown as Record<string, unknown>;
  if (draw.chance(50)) made[draw.pick(["title", "nodes", "layers", "version", "contact", "languages", "scale", "schema", "instruments"])] = draw.pick(odd);
  return { name: "g.json", content: made };
}

/** A drawn file of each format that is read. */
export const formats: Readonly<Record<string, (draw: Draw) => Drawn>> = { case: casePackageFrom, "moodle-csv": moodleFrom, mahara: maharaFrom, "digcomp-jsonld": digCompFrom, "skos in Turtle": turtleFrom, "skos in JSON-LD": jsonLdFrom, "table as text": tableFrom, "table as workbook": bookFrom, "json-tree": treeFrom, groeikompas: oursFrom };
