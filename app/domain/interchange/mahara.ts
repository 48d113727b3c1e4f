import { fieldOf, isFields, listOf, textOf, type Fields } from "#app/domain/interchange/json-fields.ts";
import { accepted, looseNode, noFacts, refused, wordsOf, type LooseFramework, type LooseNode, type Notes, type Read } from "#app/domain/interchange/loose.ts";
import { lost, repaired, wholeFile } from "#app/domain/interchange/notes.ts";

/** True for a `.matrix` file of Mahara's SmartEvidence. */
export function isMahara(json: unknown): boolean {
  const framework = fieldOf(json, "framework");
  return isFields(framework) && (Array.isArray(fieldOf(framework, "standards")) || Array.isArray(fieldOf(framework, "standardelements")) || Array.isArray(fieldOf(framework, "evidencestatuses")));
}

type Element = { readonly fields: Fields; readonly standard: string; readonly id: string; readonly parent: string };

/** Reads a `.matrix`: elements in their standard (version 1) or in a list of their own (version 2), with either name for the parent. */
export function readMahara(json: unknown, file: string, notes: Notes): Read<LooseFramework> {
  const framework = fieldOf(json, "framework");
  if (!isFields(framework)) return refused(file, "Dit is geen .matrix-bestand van Mahara.", "This is no .matrix file of Mahara.");
  const standards = listOf(framework, "standards").map((fields, nth) => ({ fields, id: textOf(fields, "standardid", "id") || String(nth + 1) }));
  const inside = standards.flatMap(({ fields, id }) => listOf(fields, "standardelement", "standardelements", "options").map((element) => elementFrom(element, id)));
  const elements = [...inside, ...listOf(framework, "standardelements").map((element) => elementFrom(element, textOf(element, "standardid")))];
  const spread = new Map<string, Set<string>>();
  for (const { id, standard } of elements) spread.set(id, new Set([...(spread.get(id) ?? []), standard]));
  // Numbers that begin anew in every standard say nothing without it.
  const anew = [...spread].filter(([id, among]) => id !== "" && among.size > 1).length > 0;
  const idOf = ({ id, standard }: Element) => (id === "" ? "" : anew ? `${standard}.${id}` : id);
  const ids = new Set(elements.map(idOf));
  const standardIds = new Map(standards.map(({ id }) => [id, ids.has(id) ? `S${id}` : id]));
  const keys = new Set(elements.map(({ standard, id }) => `${standard} ${id}`));
  const nodes: LooseNode[] = standards.map(({ fields, id }) => looseNode(`standard ${id}`, titleFrom(fields), { id: standardIds.get(id)!, code: standardIds.get(id)!, description: wordsOf(textOf(fields, "description")), kind: "standard" }));
  elements.forEach((element, nth) => {
    const { fields, standard, id, parent } = element;
    const above = parent === "" || parent === "0" ? null : `${standard} ${parent}`;
    const top = standardIds.has(standard) ? `standard ${standard}` : null;
    const known = above !== null && keys.has(above);
    if (above !== null && !known) repaired(notes, "unknown-parent", id, parent);
    if (top === null && standard !== "") repaired(notes, "unknown-parent", id, standard);
    nodes.push(looseNode(id === "" ? `element ${nth + 1}` : `${standard} ${id}`, titleFrom(fields), { id: idOf(element), code: idOf(element), description: wordsOf(textOf(fields, "description")), parent: known ? above : top, kind: "element" }));
  });
  noteUnread(framework, [...standards.map(({ fields }) => fields), ...elements.map(({ fields }) => fields)], notes);
  return accepted({ format: "mahara", title: wordsOf(textOf(framework, "name")), description: wordsOf(textOf(framework, "description")), facts: noFacts, nodes, scale: null, answers: answersFrom(framework, notes), layers: [], markdown: false, byCode: false });
}

function elementFrom(fields: Fields, standard: string): Element {
  return { fields, standard, id: textOf(fields, "elementid", "id"), parent: textOf(fields, "parentelementid", "parentid", "parent") };
}

const titleFrom = (fields: Fields) => wordsOf(textOf(fields, "name", "shortname"));

/** The words for not, partly and fully met; "ready for assessment" is a state of evidence and no answer. */
function answersFrom(framework: Fields, notes: Notes): LooseFramework["answers"] {
  const labels = new Map<string, string>();
  listOf(framework, "evidencestatuses").forEach((status, nth) => {
    const [name = String(nth)] = Object.keys(status);
    labels.set({ 0: "begun", 1: "incomplete", 2: "partialcomplete", 3: "completed" }[name] ?? name, textOf(status, name));
  });
  if (labels.get("begun")) lost(notes, "evidence-status", wholeFile, labels.get("begun")!);
  const words = ["incomplete", "partialcomplete", "completed"].map((name) => wordsOf(labels.get(name)));
  return words.every(({ size }) => size > 0) ? words : null;
}

function noteUnread(framework: Fields, nodes: readonly Fields[], notes: Notes): void {
  const short = nodes.some((fields) => textOf(fields, "name") !== "" && textOf(fields, "shortname") !== "" && !textOf(fields, "name").startsWith(textOf(fields, "shortname")));
  const names = [...(short ? ["shortname"] : []), ...["institution", "selfassess"].filter((name) => fieldOf(framework, name) !== undefined)];
  if (names.length > 0) lost(notes, "fields", wholeFile, names.join(", "));
}
