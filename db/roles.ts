/** Roles of PostgreSQL. app_owner owns, app_user serves pages, app_report reads released figures, app_job closes rounds, app_session signs in. */
const groups = ["app_owner", "app_user", "app_report", "app_job", "app_session"] as const;

/**
 * The statements that make the roles and let `login` become them, safe to run again.
 * Roles are shared by all databases of a server, so every `create` is guarded.
 * @param login role that DATABASE_URL logs in as; may become all but the owner
 * @param database the database that app_owner may create tables in
 */
export function roleStatements(login: string, database: string): string[] {
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  return [
    ...groups.map(
      (role) =>
        `do $$ begin create role ${role} nologin nosuperuser nobypassrls nocreatedb nocreaterole; exception when duplicate_object or unique_violation then null; end $$`,
    ),
    ...groups.filter((role) => role !== "app_owner").map((role) => `grant ${role} to ${quoted(login)}`),
    `grant connect, create, temporary on database ${quoted(database)} to app_owner`,
    `grant connect on database ${quoted(database)} to ${quoted(login)}`,
    `grant usage, create on schema public to app_owner`,
  ];
}
