import type postgres from "postgres";

export type Value = string | number | boolean | Date | null;

/** Rows in one statement: large enough to be quick, small enough for memory. */
const most = 20_000;

/**
 * Writes many rows at once; every check, foreign key and unique index of the table holds as it does for the product's own inserts.
 * The login is past row level security, because the rows are of thousands of people. (COPY would be quicker, but postgres.js waits for ever
 * when the database refuses its last rows.)
 */
export async function insertInto(sql: postgres.Sql, table: string, columns: readonly string[], rows: readonly (readonly Value[])[]): Promise<void> {
  const named = columns.map((column) => `"${column}"`).join(", ");
  const keys = columns.map((column) => `${JSON.stringify(column)}:`);
  for (let from = 0; from < rows.length; from += most) {
    const json = rows.slice(from, from + most).map((row) => `{${row.map((value, at) => keys[at]! + JSON.stringify(value)).join(",")}}`);
    await sql.unsafe(`insert into ${table} (${named}) select ${named} from json_populate_recordset(null::${table}, $1::text::json)`, [`[${json.join(",")}]`]);
  }
}
