import { strToU8, zipSync } from "fflate";
import { expect } from "vitest";
import { checkFramework } from "#app/domain/framework/check.ts";
import type { FrameworkNode } from "#app/domain/framework/framework.ts";
import { importFramework, type ImportPreview } from "#app/domain/interchange/import.ts";
import type { ImportMap } from "#app/domain/interchange/import-map-schema.ts";

const today = "2027-01-15";
export const bytesOf = (content: string | object | Uint8Array): Uint8Array => (content instanceof Uint8Array ? content : new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content)));

type Given = string | object | Uint8Array;

/** Imports and looks at what every import must be: a document that holds with notes in both languages, or one sentence. */
export function tried(content: Given, name = "kader", map: ImportMap | null = null): { preview: ImportPreview | null; said: string; where: string } {
  return triedAll([[name, content]], map);
}

export function triedAll(files: readonly (readonly [string, Given])[], map: ImportMap | null = null): { preview: ImportPreview | null; said: string; where: string } {
  const read = importFramework(files.map(([name, content]) => ({ name, bytes: bytesOf(content) })), { today, map });
  if (!read.ok) {
    const { message, where } = read.refusal;
    for (const sentence of [message.nl, message.en]) expect(sentence).toMatch(/^\S.{8,600}[.?]$/s);
    expect(where).not.toBe("");
    // The reader did its work and the document still did not hold: a mistake of ours.
    expect(`${where}: ${message.en}`).not.toMatch(/No framework could be made|did not expect/);
    return { preview: null, said: message.en, where };
  }
  const { document, framework, repairs, losses } = read.value;
  const checked = checkFramework(JSON.parse(JSON.stringify(document)));
  expect(checked.ok ? [] : checked.problems).toEqual([]);
  const bad = [...repairs, ...losses].filter(({ code, where, message }) => !/^[a-z-]+$/.test(code) || [where, message.nl, message.en].some((text) => text.trim() === "" || /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text)));
  expect(bad).toEqual([]);
  expect(framework.counts.nodes).toBe(idsOf(document.nodes).length);
  expect(framework.counts.byDepth.reduce((sum, count) => sum + count, 0)).toBe(framework.counts.nodes);
  expect(framework.title).toBe(document.title[framework.languages[0]!]);
  return { preview: read.value, said: "", where: "" };
}

/** Imports what has to be readable. */
export function imported(content: Given, name?: string, map?: ImportMap | null): ImportPreview {
  return importedAll([[name ?? "kader", content]], map ?? null);
}

export function importedAll(files: readonly (readonly [string, Given])[], map: ImportMap | null = null): ImportPreview {
  const { preview, said } = triedAll(files, map);
  expect(said).toBe("");
  return preview!;
}

/** All ids from top to bottom. */
export function idsOf(nodes: readonly FrameworkNode[]): string[] {
  return nodes.flatMap(({ id, children }) => [id, ...idsOf(children ?? [])]);
}

/** The tree as text: "1 Gebied > 1.1 Delen" lines show who stands under whom. */
export function treeOf({ document }: ImportPreview): string[] {
  const lines = (nodes: readonly FrameworkNode[], depth: number): string[] => nodes.flatMap(({ id, children }) => [`${"  ".repeat(depth)}${id}`, ...lines(children ?? [], depth + 1)]);
  return lines(document.nodes, 0);
}

export function nodeOf({ document }: ImportPreview, id: string): FrameworkNode {
  const open = [...document.nodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.id === id) return node;
    open.push(...(node.children ?? []));
  }
  throw new Error(`there is no node ${id}`);
}

export const codesOf = (notes: ImportPreview["repairs"]): string[] => [...new Set(notes.map(({ code }) => code))];
export const noteOf = ({ repairs, losses }: ImportPreview, code: string) => [...repairs, ...losses].filter((note) => note.code === code);

/** A workbook with these sheets; numbers are numbers, texts are shared or inline by turns. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>): Uint8Array {
  const strings: string[] = [];
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const cell = (value: string | number, column: number, row: number) => {
    const at = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (value === "") return "";
    if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
    if (row % 2 === 0) return `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
    return `<c r="${at}" t="s"><v>${strings.push(value) - 1}</v></c>`;
  };
  const parts = Object.values(sheets).map((rows) => `<worksheet><sheetData>${rows.map((cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cell(value, column, row)).join("")}</row>`).join("")}</sheetData></worksheet>`);
  const names = Object.keys(sheets);
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8(`<workbook><sheets>${names.map((name, nth) => `<sheet name="${escaped(name)}" sheetId="${nth + 1}" r:id="r${nth + 1}"/>`).join("")}</sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": strToU8(`<Relationships>${names.map((_, nth) => `<Relationship Id="r${nth + 1}" Target="worksheets/sheet${nth + 1}.xml"/>`).join("")}</Relationships>`),
    "xl/sharedStrings.xml": strToU8(`<sst>${strings.map((text) => `<si><r><t>${escaped(text.slice(0, 2))}</t></r><r><t>${escaped(text.slice(2))}</t></r></si>`).join("")}</sst>`),
    ...Object.fromEntries(parts.map((xml, nth) => [`xl/worksheets/sheet${nth + 1}.xml`, strToU8(xml)])),
  });
}
