/** Where the library stands. Not in `env.server.ts`, because the commands read it without a database. */
export function frameworksFolder(): string {
  return process.env["GROEIKOMPAS_FRAMEWORKS"] ?? "frameworks";
}
