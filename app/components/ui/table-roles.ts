type Part = "table" | "rowgroup" | "row" | "columnheader" | "rowheader" | "cell";

/** Says what a part of a table is, for tables whose rows become blocks on a phone: some browsers then forget that it is a table. */
export function as(role: Part): { role: Part } {
  return { role };
}
