/**
 * Arrays of text and of ids, the only ones that go between us and PostgreSQL, by the numbers that these types always have.
 * postgres.js would ask the server for them on every new connection, in a query whose failure nobody can catch.
 */
export const arrayTypes = {
  texts: { to: 1009, from: [1009], serialize: literalOf, parse: listOf },
  ids: { to: 2951, from: [2951], serialize: literalOf, parse: listOf },
};

/** `["a", "b,c"]` as PostgreSQL writes it: `{"a","b,c"}`. Drizzle has done it already for columns of its own. */
function literalOf(list: string | readonly (string | null)[]): string {
  if (typeof list === "string") return list;
  return `{${list.map((each) => (each === null ? "NULL" : `"${each.replace(/["\\]/g, "\\$&")}"`)).join(",")}}`;
}

function listOf(literal: string): (string | null)[] {
  return [...literal.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|[^,]+/gs)].map(([plain, quoted]) => {
    if (quoted !== undefined) return quoted.replace(/\\(.)/gs, "$1");
    return plain === "NULL" ? null : plain;
  });
}
