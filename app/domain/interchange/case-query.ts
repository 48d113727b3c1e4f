/** What somebody asks of a list in CASE's REST binding: which part of it, in which order, which of them, and which fields. */
export type CaseQuery = { readonly limit: number; readonly offset: number; readonly sort: string | null; readonly descending: boolean; readonly filter: Filter | null; readonly fields: readonly string[] | null };
type Clause = { readonly field: string; readonly predicate: string; readonly value: string };
type Filter = { readonly clauses: readonly Clause[]; readonly either: boolean };
/** CASE's own words for what is wrong with a question. */
export type CaseFault = "invalid_selection_field" | "invalid_sort_field" | "invalid_uuid" | "unauthorised_request" | "unknownobject";
export type ReadQuery = { readonly ok: true; readonly query: CaseQuery } | { readonly ok: false; readonly fault: CaseFault; readonly reason: string };

const usualLimit = 100;
const mostClauses = 10;

/** Reads the query of a list. `known` are the fields that its objects can have. Parameters of others are left alone. */
export function readCaseQuery(parameters: URLSearchParams, known: ReadonlySet<string>): ReadQuery {
  const wrong = (reason: string, fault: CaseFault = "invalid_selection_field"): ReadQuery => ({ ok: false, fault, reason });
  const number = (name: string, usual: number, least: number) => {
    const said = parameters.get(name);
    return said === null ? usual : /^\d{1,9}$/.test(said) && Number(said) >= least ? Number(said) : null;
  };
  const [limit, offset] = [number("limit", usualLimit, 1), number("offset", 0, 0)];
  if (limit === null) return wrong("limit must be a whole number of 1 or more.");
  if (offset === null) return wrong("offset must be a whole number of 0 or more.");
  const [sort, orderBy] = [parameters.get("sort"), parameters.get("orderBy") ?? "asc"];
  if (sort !== null && !known.has(sort)) return wrong(`There is no field ${quoted(sort)} to sort by.`, "invalid_sort_field");
  if (orderBy !== "asc" && orderBy !== "desc") return wrong("orderBy must be asc or desc.", "invalid_sort_field");
  const asked = parameters.getAll("fields").flatMap((list) => list.split(",")).map((field) => field.trim()).filter((field) => field !== "");
  const strange = asked.find((field) => !known.has(field));
  if (strange !== undefined) return wrong(`There is no field ${quoted(strange)} to select.`);
  const said = parameters.get("filter");
  const filter = said === null || said.trim() === "" ? null : readFilter(said, known);
  if (typeof filter === "string") return wrong(filter);
  return { ok: true, query: { limit, offset, sort, descending: orderBy === "desc", filter, fields: asked.length > 0 ? asked : null } };
}

const quoted = (text: string) => JSON.stringify(text.slice(0, 60));

/** `field<predicate>'value'`, several joined by AND or by OR; a sentence when it is none. */
function readFilter(text: string, known: ReadonlySet<string>): Filter | string {
  const how = "filter must read field='value', with =, !=, >, >=, <, <= or ~, several joined all by AND or all by OR.";
  const clauses: Clause[] = [];
  const joins: string[] = [];
  const clause = /\s*([A-Za-z.]{1,60})\s*(!=|>=|<=|=|>|<|~)\s*'([^']*)'\s*(AND\b|OR\b|$)/y;
  do {
    const found = clause.exec(text);
    if (!found || clauses.length === mostClauses) return how;
    const [, field, predicate, value, join] = found as unknown as [string, string, string, string, string];
    if (!known.has(field)) return `There is no field ${quoted(field)} to filter by.`;
    clauses.push({ field, predicate, value });
    joins.push(join);
  } while (joins.at(-1) !== "");
  return new Set(joins).size > 2 ? how : { clauses, either: joins[0] === "OR" };
}

type Fields = Readonly<Record<string, unknown>>;

/** The part of the list that was asked for, and how many there are in all that fit. */
export function answerCaseQuery<T extends object>(all: readonly T[], { limit, offset, sort, descending, filter, fields }: CaseQuery): { readonly found: readonly Partial<T>[]; readonly total: number } {
  const fitting = filter ? all.filter((each) => (filter.either ? filter.clauses.some((clause) => fits(each as Fields, clause)) : filter.clauses.every((clause) => fits(each as Fields, clause)))) : all;
  const sorted = sort === null ? fitting : [...fitting].sort((a, b) => compared(textOf((a as Fields)[sort]), textOf((b as Fields)[sort])) * (descending ? -1 : 1));
  const part = sorted.slice(offset, offset + limit);
  return { found: fields ? part.map((each) => Object.fromEntries(fields.filter((field) => field in each).map((field) => [field, (each as Fields)[field]])) as Partial<T>) : part, total: fitting.length };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : typeof value === "number" ? String(value) : value === undefined ? "" : JSON.stringify(value));
const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function fits(each: Fields, { field, predicate, value }: Clause): boolean {
  const own = textOf(each[field]);
  if (predicate === "~") return own.toLowerCase().includes(value.toLowerCase());
  const order = compared(own, value);
  return { "=": order === 0, "!=": order !== 0, ">": order > 0, ">=": order >= 0, "<": order < 0, "<=": order <= 0 }[predicate]!;
}

/** Addresses of the first, previous, next and last part, as a Link header has them. */
export function linksOf(address: URL, { limit, offset }: CaseQuery, total: number): string {
  const at = (from: number, relation: string) => {
    const there = new URL(address);
    there.searchParams.set("limit", String(limit));
    there.searchParams.set("offset", String(from));
    return `<${there.href}>; rel="${relation}"`;
  };
  const last = Math.max(0, Math.ceil(total / limit) - 1) * limit;
  return [...(offset + limit < total ? [at(offset + limit, "next")] : []), at(last, "last"), at(0, "first"), ...(offset > 0 ? [at(Math.max(0, Math.min(offset - limit, last)), "prev")] : [])].join(", ");
}
