export * from "./accounts.ts";
export * from "./assessments.ts";
export * from "./library.ts";
export * from "./people.ts";
export * from "./releases.ts";
export * from "./roles.ts";
export * from "./rounds.ts";
export * from "./school-scans.ts";
