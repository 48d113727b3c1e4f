import { folded } from "#app/domain/framework/check-instruments.ts";
import type { Row } from "#app/domain/interchange/delimited.ts";
import { codeFromId, looseNode, wordsOf, type LooseLevelText, type LooseLink, type LooseNode, type LooseStep, type Notes, type Words } from "#app/domain/interchange/loose.ts";
import { lost, repaired, wholeFile } from "#app/domain/interchange/notes.ts";
import { stepColumns, type Column, type Role } from "#app/domain/interchange/table-columns.ts";

export type Reading = { readonly columns: readonly Column[]; readonly data: readonly Row[]; readonly notes: Notes };

const cellAt = ({ cells }: Row, at: number | undefined) => (at === undefined ? "" : (cells[at] ?? "").trim());

/** The rows of a table as nodes, in whichever way the table says what stands under what. */
export function nodesFromRows(reading: Reading): LooseNode[] {
  const { columns, data } = reading;
  const has = (role: Role) => columns.some((column) => column.role === role);
  const own = data.flatMap((row) => {
    const node = nodeFrom(row, reading);
    if (!node) lost(reading.notes, "empty-item", `line ${row.line}`);
    return node ? [{ row, node }] : [];
  });
  if (has("parent")) return own.map(({ node }) => node);
  if (has("depth")) return byDepth(own, reading);
  if (has("path")) return byPath(own, reading);
  return byCodes(own.map(({ node }) => node), reading.notes);
}

/** One row as a node; null when it has no words at all. */
function nodeFrom(row: Row, { columns }: Reading): LooseNode | null {
  const first = (role: Role) => cellAt(row, columns.find((column) => column.role === role)?.at);
  const [short, full] = [first("short"), first("full")];
  const text = (role: Role): Words => {
    const found = new Map<string, string>();
    for (const { at, language } of columns.filter((column) => column.role === role)) {
      const said = cellAt(row, at);
      if (said !== "") found.set(language, found.has(language) ? `${found.get(language)}\n\n${said}` : said);
    }
    return found;
  };
  const titled = text("title");
  const title = titled.size > 0 ? titled : wordsOf(short || full);
  if (title.size === 0 && text("description").size === 0) return null;
  const described = new Map(text("description"));
  if (full !== "" && full !== [...title.values()][0]) described.set("", [full, described.get("") ?? ""].filter((each) => each !== "").join("\n\n"));
  const levels = stepColumns(columns).flatMap((each, step): LooseLevelText[] => {
    const statement: Words = new Map(each.columns.map(({ at, language }) => [language, cellAt(row, at)] as const).filter(([, said]) => said !== ""));
    return statement.size === 0 ? [] : [{ step, statement }];
  });
  const [id, code] = [first("id"), first("code")];
  const order = Number(first("order").replace(",", "."));
  return looseNode(id || code || `row ${row.line}`, title, { id: id || code, code: code || codeFromId(id), description: described, parent: first("parent") === "" ? null : first("parent").split("|")[0]!.trim(), order: first("order") !== "" && Number.isFinite(order) ? order : null, kind: first("kind"), levels, links: linksFrom(first) });
}

const linkRoles: readonly (readonly [Role, LooseLink["relation"]])[] = [["related", "related"], ["partOf", "part-of"], ["replacedBy", "replaced-by"], ["exemplar", "exemplar"], ["skillLevel", "skill-level"]];
const linksFrom = (first: (role: Role) => string): LooseLink[] => linkRoles.flatMap(([role, relation]) => first(role).split(/[;|]|,\s/).map((each) => each.trim()).filter((each) => each !== "").map((address) => ({ relation, address })));

/** A number per row: a row stands under the nearest row above with a lower number. */
function byDepth(own: readonly { row: Row; node: LooseNode }[], { columns }: Reading): LooseNode[] {
  const at = columns.find(({ role }) => role === "depth")!.at;
  const above: { depth: number; key: string }[] = [];
  return own.map(({ row, node }) => {
    const depth = Number(cellAt(row, at).replace(/\D/g, "")) || 1;
    while (above.length > 0 && above.at(-1)!.depth >= depth) above.pop();
    // Without an id of its own a row is called by its line, so that two rows with one code are two.
    const key = `row ${row.line}`;
    const placed = looseNode(key, node.title, { ...node, key, parent: above.at(-1)?.key ?? null });
    above.push({ depth, key });
    return placed;
  });
}

/** Every row names the layers it stands in; a name that is left out is the one above. */
function byPath(own: readonly { row: Row; node: LooseNode }[], { columns }: Reading): LooseNode[] {
  const layers = columns.filter(({ role }) => role === "path").sort((a, b) => a.layer - b.layer);
  const depths = [...new Set(layers.map(({ layer }) => layer))];
  const made = new Map<string, LooseNode>();
  const current = depths.map(() => "");
  const nodes: LooseNode[] = [];
  for (const { row, node } of own) {
    let key = "";
    depths.forEach((layer, depth) => {
      const here = layers.filter((column) => column.layer === layer);
      const name = here.map(({ at }) => cellAt(row, at)).find((text) => text !== "") ?? "";
      if (name !== "" && name !== current[depth]) {
        current[depth] = name;
        for (let lower = depth + 1; lower < depths.length; lower += 1) current[lower] = "";
      }
      if (current[depth] === "") return;
      const above = key;
      key = `${key}\u0001${folded(current[depth]!)}`;
      if (made.has(key)) return;
      const code = cellAt(row, columns.find((column) => column.role === "pathCode" && column.layer === layer)?.at);
      const title: Words = new Map(here.map(({ at, language }) => [language, cellAt(row, at)] as const).filter(([, text]) => text !== ""));
      const area = looseNode(key, title.size > 0 ? title : wordsOf(current[depth]!), { id: code, code, parent: above === "" ? null : above, kind: here[0]!.header });
      made.set(key, area);
      nodes.push(area);
    });
    nodes.push(looseNode(`row ${row.line}`, node.title, { ...node, key: `row ${row.line}`, parent: key === "" ? null : key }));
  }
  return nodes;
}

/** Codes like 1, 1.2 and 1.2.3 say themselves what stands under what. */
export function byCodes(nodes: readonly LooseNode[], notes: Notes): LooseNode[] {
  const keys = new Map<string, string>();
  for (const { code, key } of nodes) if (code !== "" && !keys.has(codeOf(code))) keys.set(codeOf(code), key);
  let under = 0;
  const orphans: LooseNode[] = [];
  const placed = nodes.map((node) => {
    let code = codeOf(node.code);
    while (/[.\-_/]/.test(code)) {
      code = code.replace(/[.\-_/][^.\-_/]*$/, "");
      const parent = keys.get(code);
      if (parent === undefined || parent === node.key) continue;
      under += 1;
      return looseNode(node.key, node.title, { ...node, parent });
    }
    if (code !== codeOf(node.code)) orphans.push(node);
    return node;
  });
  if (under === 0) return [...nodes];
  repaired(notes, "parents-from-codes", wholeFile);
  for (const { id, code } of orphans) repaired(notes, "code-without-parent", id || code, code.replace(/[.\-_/\s]+$/, "").replace(/[.\-_/][^.\-_/]*$/, ""));
  return placed;
}

const codeOf = (code: string) => folded(code).replace(/[.\s]+$/, "");

/**
 * A row per level: the same competence stands several times, each time with another level and its text. Then the levels
 * are the scale, in the order in which they first stand.
 */
export function levelRows(reading: Reading): { nodes: LooseNode[]; scale: readonly LooseStep[] } | null {
  const { columns, data } = reading;
  const level = columns.find(({ role }) => role === "level");
  const text = columns.find(({ role }) => role === "title") ?? columns.find(({ role }) => role === "description");
  const layers = columns.filter(({ role }) => role === "path").sort((a, b) => a.layer - b.layer);
  const competence = layers.at(-1);
  if (!level || !text || !competence) return null;
  const filled = data.filter((row) => cellAt(row, level.at) !== "" && cellAt(row, text.at) !== "");
  const names = [...new Map(filled.map((row) => [folded(cellAt(row, level.at)), cellAt(row, level.at)])).values()];
  if (names.length < 2 || names.length > 12 || filled.length < names.length * 2) return null;
  const rest = columns.filter((column) => ![level, text, competence].includes(column) && column.role !== "title");
  const about: Reading = { ...reading, columns: [...rest, { ...competence, role: "title" }] };
  const groups = new Map<string, Row[]>();
  let last = "";
  for (const row of data) {
    last = cellAt(row, competence.at) === "" ? last : layers.map(({ at }) => folded(cellAt(row, at))).join("\u0001");
    groups.set(last, [...(groups.get(last) ?? []), row]);
  }
  const levelsOf = new Map<string, LooseLevelText[]>();
  const firsts = [...groups.values()].map((rows) => {
    const levels = names.flatMap((name, step): LooseLevelText[] => {
      const said = rows.filter((row) => folded(cellAt(row, level.at)) === folded(name)).map((row) => cellAt(row, text.at)).filter((each) => each !== "");
      return said.length === 0 ? [] : [{ step, statement: wordsOf(said.join("\n"), text.language) }];
    });
    // Under a layer a row is called by its line, elsewhere by its id or code.
    for (const key of [`row ${rows[0]!.line}`, nodeFrom(rows[0]!, about)?.key ?? ""]) levelsOf.set(key, levels);
    return rows[0]!;
  });
  const withLevels = nodesFromRows({ ...about, data: firsts }).map((node) => (levelsOf.has(node.key) ? looseNode(node.key, node.title, { ...node, levels: levelsOf.get(node.key)! }) : node));
  return { nodes: withLevels, scale: names.map((name) => ({ code: "", title: wordsOf(name), description: new Map() })) };
}
