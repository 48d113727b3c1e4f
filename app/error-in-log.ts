/**
 * An error as the log keeps it: what broke and where in our code. A statement that failed is kept without its values, and
 * what PostgreSQL says of it without the row it quotes, because those are people's answers and addresses.
 */
export function errorInLog(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { query, code, severity, table_name: table, constraint_name: constraint, column_name: column, routine } = error as Error & Readonly<Record<string, unknown>>;
  const fromDatabase = "params" in error || severity !== undefined;
  return {
    name: error.name,
    message: fromDatabase ? "a statement failed" : error.message,
    ...present({ query, code, severity, table, constraint, column, routine }),
    // The first lines repeat the message.
    stack: (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)).join("\n"),
    ...(error.cause === undefined ? {} : { cause: errorInLog(error.cause) }),
  };
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === "string"));
}
