import { pgPolicy, pgRole } from "drizzle-orm/pg-core";
import { ofThisBoard } from "#db/columns.ts";
import { sql, type SQL } from "drizzle-orm";

/** Roles that the migrations make (0000_roles.sql); Drizzle only refers to them. */
export const appUser = pgRole("app_user").existing();
export const appReport = pgRole("app_report").existing();
export const appJob = pgRole("app_job").existing();
export const appSession = pgRole("app_session").existing();

type Verb = "all" | "select" | "insert" | "update" | "delete";

/** The wall between boards: restrictive, for every verb and every role, so no permissive policy can open it. */
export const tenantWall = (table: string, rule: SQL = ofThisBoard) =>
  pgPolicy(`${table}_tenant`, { as: "restrictive", for: "all", to: "public", using: rule, withCheck: rule });

/** Who of the board may do what with a row. */
export function allow(table: string, name: string, to: typeof appUser, verb: Verb, rule: SQL = sql`true`) {
  const reads = verb !== "insert";
  const writes = verb !== "select" && verb !== "delete";
  return pgPolicy(`${table}_${name}`, {
    as: "permissive",
    for: verb,
    to,
    ...(reads ? { using: rule } : {}),
    ...(writes ? { withCheck: rule } : {}),
  });
}
