import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, index, integer, pgTable, primaryKey, real, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Reason } from "#app/domain/assessment/answers.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { createdAt, id, moment, ofThisPerson, organisationId, personId } from "#db/columns.ts";
import { people } from "./people.ts";
import { allow, appJob, appUser, tenantWall } from "./roles.ts";
import { rounds } from "./rounds.ts";

/** One person's self-assessment, in a round or for oneself. Pinned to the versions it was started with. */
export const assessments = pgTable(
  "assessments",
  {
    organisationId: organisationId(),
    id: id(),
    personId: personId(),
    roundId: uuid("round_id"),
    framework: text("framework").notNull(),
    frameworkVersion: text("framework_version").notNull(),
    instrument: text("instrument").notNull(),
    profile: text("profile").notNull(),
    profileVersion: text("profile_version").notNull(),
    family: text("family").$type<Family>().notNull(),
    functionId: text("function_id").notNull(),
    mode: text("mode").$type<"all" | "short">().notNull(),
    /** Leave me out of the figures ("tel mij niet mee"); changeable until the round closes, seen by nobody else. */
    excluded: boolean("excluded").notNull().default(false),
    startedAt: moment("started_at").notNull(),
    handedInAt: moment("handed_in_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    foreignKey({ columns: [table.organisationId, table.personId], foreignColumns: [people.organisationId, people.id] }).onDelete("cascade"),
    foreignKey({ columns: [table.organisationId, table.roundId], foreignColumns: [rounds.organisationId, rounds.id] }),
    uniqueIndex("assessments_round").on(table.organisationId, table.roundId, table.personId).where(sql`round_id is not null`),
    index("assessments_person").on(table.organisationId, table.personId, table.startedAt),
    check("assessments_mode", sql`mode in ('all','short')`),
    tenantWall("assessments"),
    allow("assessments", "self", appUser, "all", ofThisPerson),
    allow("assessments", "job", appJob, "select"),
  ],
).enableRLS();

/** Append-only: the highest sequence of an item is the answer, the others are its history. */
export const answers = pgTable(
  "answers",
  {
    organisationId: organisationId(),
    assessmentId: uuid("assessment_id").notNull(),
    itemId: text("item_id").notNull(),
    sequence: integer("sequence").notNull(),
    /** Made by the browser before sending, so that sending twice is harmless. */
    clientId: uuid("client_id").notNull(),
    personId: personId(),
    level: smallint("level"),
    reason: text("reason").$type<Reason>(),
    wish: boolean("wish").notNull().default(false),
    note: text("note"),
    answeredAt: moment("answered_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.assessmentId, table.itemId, table.sequence] }),
    foreignKey({ columns: [table.organisationId, table.assessmentId], foreignColumns: [assessments.organisationId, assessments.id] }).onDelete("cascade"),
    uniqueIndex("answers_client").on(table.organisationId, table.clientId),
    check("answers_level_or_reason", sql`level is null or reason is null`),
    check("answers_reason", sql`reason in ('not-in-my-work','do-not-know','rather-not-say','consciously-not')`),
    check("answers_level", sql`level between 1 and 10`),
    check("answers_note", sql`char_length(note) <= 2000`),
    tenantWall("answers"),
    allow("answers", "read", appUser, "select", ofThisPerson),
    allow("answers", "add", appUser, "insert", ofThisPerson),
  ],
).enableRLS();

/** Frozen at hand-in, one row per competence that was asked; never computed again. */
export const results = pgTable(
  "results",
  {
    organisationId: organisationId(),
    assessmentId: uuid("assessment_id").notNull(),
    competenceId: text("competence_id").notNull(),
    personId: personId(),
    level: smallint("level"),
    reason: text("reason").$type<Reason>(),
    wish: boolean("wish").notNull().default(false),
    target: smallint("target"),
    weight: real("weight").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.assessmentId, table.competenceId] }),
    foreignKey({ columns: [table.organisationId, table.assessmentId], foreignColumns: [assessments.organisationId, assessments.id] }).onDelete("cascade"),
    index("results_person").on(table.organisationId, table.personId),
    tenantWall("results"),
    allow("results", "self", appUser, "all", ofThisPerson),
    allow("results", "job", appJob, "select"),
  ],
).enableRLS();

/** A step somebody plans for themselves, with a date, and later a line on how it went. */
export const goals = pgTable(
  "goals",
  {
    organisationId: organisationId(),
    id: id(),
    personId: personId(),
    assessmentId: uuid("assessment_id").notNull(),
    competenceId: text("competence_id").notNull(),
    step: text("step").notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    doneAt: moment("done_at"),
    reflection: text("reflection"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    foreignKey({ columns: [table.organisationId, table.assessmentId], foreignColumns: [assessments.organisationId, assessments.id] }).onDelete("cascade"),
    index("goals_person").on(table.organisationId, table.personId, table.dueOn),
    check("goals_texts", sql`char_length(step) between 1 and 500 and char_length(reflection) <= 2000`),
    tenantWall("goals"),
    allow("goals", "self", appUser, "all", ofThisPerson),
  ],
).enableRLS();
