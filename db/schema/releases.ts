import { check, foreignKey, index, integer, numeric, pgTable, primaryKey, real, text, uniqueIndex, uuid, date } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { ownActions } from "#app/domain/log.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { createdAt, id, moment, ofThisBoard, ofThisPerson, organisationId, personId, withRole } from "#db/columns.ts";
import { people, schools } from "./people.ts";
import { allow, appJob, appReport, appUser, tenantWall } from "./roles.ts";
import { rounds } from "./rounds.ts";

/**
 * When which round is to be released. The one table that the job reads over all boards, to know where to go;
 * it holds no person and no figure, so it stands outside the tenant wall for the job alone.
 */
export const releaseQueue = pgTable(
  "release_queue",
  { roundId: uuid("round_id").primaryKey(), organisationId: organisationId(), dueAt: moment("due_at").notNull() },
  (table) => [
    index("release_queue_due").on(table.dueAt),
    allow("release_queue", "job", appJob, "all"),
    allow("release_queue", "own", appUser, "all", ofThisBoard),
  ],
).enableRLS();

/** One per board, framework instrument and round; written once by the job, never changed. */
export const releases = pgTable(
  "releases",
  {
    organisationId: organisationId(),
    id: id(),
    roundId: uuid("round_id").notNull(),
    framework: text("framework").notNull(),
    frameworkVersion: text("framework_version").notNull(),
    instrument: text("instrument").notNull(),
    profile: text("profile").notNull(),
    profileVersion: text("profile_version").notNull(),
    threshold: integer("threshold").notNull(),
    /** Steps of the scale, so that a figure can be read without the framework. */
    levels: integer("levels").notNull(),
    closedAt: moment("closed_at").notNull(),
    /** SHA-256 over the figures in their stable order: a second run must give the same. */
    hash: text("hash").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    foreignKey({ columns: [table.organisationId, table.roundId], foreignColumns: [rounds.organisationId, rounds.id] }),
    uniqueIndex("releases_round").on(table.organisationId, table.roundId),
    index("releases_framework").on(table.organisationId, table.framework, table.closedAt),
    tenantWall("releases"),
    allow("releases", "report", appReport, "select"),
    allow("releases", "read_job", appJob, "select"),
    allow("releases", "write_job", appJob, "insert"),
  ],
).enableRLS();

/** A published mean. Figures that are not published have no row. */
export const releaseCells = pgTable(
  "release_cells",
  {
    organisationId: organisationId(),
    releaseId: uuid("release_id").notNull(),
    competenceId: text("competence_id").notNull(),
    /** null: all schools. */
    schoolId: uuid("school_id"),
    /** null: all families. */
    family: text("family").$type<Family>(),
    n: text("n").$type<"5-9" | "10-19" | "20-49" | "50+">().notNull(),
    shown: numeric("shown", { precision: 5, scale: 3, mode: "number" }).notNull(),
    end: text("end").$type<"≤" | "≥">(),
    low: numeric("low", { precision: 6, scale: 4, mode: "number" }).notNull(),
    high: numeric("high", { precision: 6, scale: 4, mode: "number" }).notNull(),
  },
  (table) => [
    uniqueIndex("release_cells_key").on(table.organisationId, table.releaseId, table.competenceId, sql`coalesce(school_id, '00000000-0000-0000-0000-000000000000')`, sql`coalesce(family, '')`),
    index("release_cells_school").on(table.organisationId, table.schoolId),
    foreignKey({ columns: [table.organisationId, table.releaseId], foreignColumns: [releases.organisationId, releases.id] }),
    foreignKey({ columns: [table.organisationId, table.schoolId], foreignColumns: [schools.organisationId, schools.id] }),
    tenantWall("release_cells"),
    allow("release_cells", "report", appReport, "select"),
    allow("release_cells", "read_job", appJob, "select"),
    allow("release_cells", "write_job", appJob, "insert"),
  ],
).enableRLS();

/** Response per school at the close: the only exact counts there are. */
export const releaseResponse = pgTable(
  "release_response",
  {
    organisationId: organisationId(),
    releaseId: uuid("release_id").notNull(),
    schoolId: uuid("school_id").notNull(),
    invited: integer("invited").notNull(),
    handedIn: integer("handed_in").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.releaseId, table.schoolId] }),
    foreignKey({ columns: [table.organisationId, table.releaseId], foreignColumns: [releases.organisationId, releases.id] }),
    foreignKey({ columns: [table.organisationId, table.schoolId], foreignColumns: [schools.organisationId, schools.id] }),
    tenantWall("release_response"),
    allow("release_response", "report", appReport, "select"),
    allow("release_response", "read_job", appJob, "select"),
    allow("release_response", "write_job", appJob, "insert"),
  ],
).enableRLS();

/** Who stood behind which figures, kept so that the next release can be audited against this one. Only the job reads it. */
export const releaseMembers = pgTable(
  "release_members",
  {
    organisationId: organisationId(),
    releaseId: uuid("release_id").notNull(),
    /** No foreign key: erasing a person must not change what a release was made of. */
    personId: personId(),
    schoolId: uuid("school_id").notNull(),
    family: text("family").$type<Family>().notNull(),
    /** Competences this person gave a level on. */
    competences: text("competences").array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.releaseId, table.personId] }),
    foreignKey({ columns: [table.organisationId, table.releaseId], foreignColumns: [releases.organisationId, releases.id] }),
    tenantWall("release_members"),
    allow("release_members", "read_job", appJob, "select"),
    allow("release_members", "write_job", appJob, "insert"),
  ],
).enableRLS();

/** A training that a leader or HR plans under a released figure; it stands beside the next round's figure. */
export const trainings = pgTable(
  "trainings",
  {
    organisationId: organisationId(),
    id: id(),
    roundId: uuid("round_id").notNull(),
    competenceId: text("competence_id").notNull(),
    family: text("family").$type<Family>().notNull(),
    /** null: for all schools of the board. */
    schoolId: uuid("school_id"),
    title: text("title").notNull(),
    onDate: date("on_date", { mode: "string" }).notNull(),
    /** Hours for each participant. */
    hours: real("hours").notNull(),
    plannedBy: uuid("planned_by").notNull(),
    cancelledAt: moment("cancelled_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    foreignKey({ columns: [table.organisationId, table.roundId], foreignColumns: [rounds.organisationId, rounds.id] }),
    foreignKey({ columns: [table.organisationId, table.schoolId], foreignColumns: [schools.organisationId, schools.id] }),
    foreignKey({ columns: [table.organisationId, table.plannedBy], foreignColumns: [people.organisationId, people.id] }),
    index("trainings_school").on(table.organisationId, table.schoolId, table.onDate),
    check("trainings_values", sql`hours > 0 and hours <= 200 and char_length(title) between 1 and 200`),
    tenantWall("trainings"),
    allow("trainings", "read", appUser, "select", withRole("leader", "hr", "board")),
    allow("trainings", "plan", appUser, "insert", withRole("leader", "hr")),
    allow("trainings", "change", appUser, "update", withRole("leader", "hr")),
  ],
).enableRLS();

/** Who looked at and changed what. The person it is about reads it; it is only ever added to. */
export const logEntries = pgTable(
  "log_entries",
  {
    organisationId: organisationId(),
    id: id(),
    at: moment("at").notNull(),
    actorId: uuid("actor_id"),
    actorName: text("actor_name").notNull(),
    actorRole: text("actor_role").notNull(),
    action: text("action").notNull(),
    /** The person it is about, if it is about one. */
    personId: uuid("person_id"),
    /** What it was about, in a few words; never an answer. */
    subject: text("subject").notNull().default(""),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    index("log_entries_person").on(table.organisationId, table.personId, table.at),
    index("log_entries_at").on(table.organisationId, table.at),
    tenantWall("log_entries"),
    allow("log_entries", "own", appUser, "select", ofThisPerson),
    allow("log_entries", "mine", appUser, "select", sql`actor_id = (select nullif(current_setting('app.person_id', true), '')::uuid)`),
    // What people do for themselves says who takes part: not for the administrator either.
    allow("log_entries", "manage", appUser, "select", sql`${withRole("admin")} and action <> all (${sql.raw(`array[${ownActions.map((action) => `'${action}'`).join(",")}]`)})`),
    allow("log_entries", "add", appUser, "insert"),
    allow("log_entries", "add_job", appJob, "insert"),
  ],
).enableRLS();
