import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Family } from "#app/domain/people/function-group.ts";
import { createdAt, id, moment, ofThisPerson, organisationId, personId, withRole } from "#db/columns.ts";
import { people, schools } from "./people.ts";
import { allow, appJob, appUser, tenantWall } from "./roles.ts";

const managers = withRole("leader", "hr");

/** A measurement. Everything but a later end date is fixed at the first answer. */
export const rounds = pgTable(
  "rounds",
  {
    organisationId: organisationId(),
    id: id(),
    name: text("name").notNull(),
    framework: text("framework").notNull(),
    frameworkVersion: text("framework_version").notNull(),
    instrument: text("instrument").notNull(),
    profile: text("profile").notNull(),
    profileVersion: text("profile_version").notNull(),
    families: text("families").array().$type<Family[]>().notNull(),
    /** Whether a release is made at the end, or everybody answers for themselves only. */
    released: boolean("released").notNull().default(true),
    threshold: integer("threshold").notNull().default(5),
    opensAt: moment("opens_at").notNull(),
    closesAt: moment("closes_at").notNull(),
    openedBy: uuid("opened_by").notNull(),
    cancelledAt: moment("cancelled_at"),
    /** When the release job wrote its rows (or found that nothing is to be released). */
    releasedAt: moment("released_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    foreignKey({ columns: [table.organisationId, table.openedBy], foreignColumns: [people.organisationId, people.id] }),
    index("rounds_framework").on(table.organisationId, table.framework, table.closesAt),
    index("rounds_due").on(table.closesAt).where(sql`released_at is null and cancelled_at is null`),
    check("rounds_threshold", sql`threshold between 5 and 10`),
    check("rounds_dates", sql`closes_at > opens_at`),
    tenantWall("rounds"),
    allow("rounds", "read", appUser, "select"),
    allow("rounds", "open", appUser, "insert", managers),
    allow("rounds", "change", appUser, "update", managers),
    allow("rounds", "job", appJob, "all"),
  ],
).enableRLS();

/** A school in a round, with the only counts that exist while it runs; refreshed once a day. */
export const roundSchools = pgTable(
  "round_schools",
  {
    organisationId: organisationId(),
    roundId: uuid("round_id").notNull(),
    schoolId: uuid("school_id").notNull(),
    invited: integer("invited").notNull(),
    handedIn: integer("handed_in").notNull().default(0),
    /** Families at this school with at least the threshold of hand-ins when last counted: "genoeg", never a number. */
    enough: text("enough").array().$type<Family[]>().notNull().default([]),
    countedAt: moment("counted_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.roundId, table.schoolId] }),
    foreignKey({ columns: [table.organisationId, table.roundId], foreignColumns: [rounds.organisationId, rounds.id] }).onDelete("cascade"),
    foreignKey({ columns: [table.organisationId, table.schoolId], foreignColumns: [schools.organisationId, schools.id] }),
    index("round_schools_school").on(table.organisationId, table.schoolId),
    tenantWall("round_schools"),
    allow("round_schools", "read", appUser, "select", withRole("leader", "hr", "board", "admin")),
    allow("round_schools", "job", appJob, "all"),
  ],
).enableRLS();

/** Who was asked, at which school and in which family, as it was when the round opened. */
export const roundMembers = pgTable(
  "round_members",
  {
    organisationId: organisationId(),
    roundId: uuid("round_id").notNull(),
    personId: personId(),
    schoolId: uuid("school_id").notNull(),
    family: text("family").$type<Family>().notNull(),
    functionId: text("function_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.roundId, table.personId] }),
    foreignKey({ columns: [table.organisationId, table.roundId], foreignColumns: [rounds.organisationId, rounds.id] }).onDelete("cascade"),
    foreignKey({ columns: [table.organisationId, table.personId], foreignColumns: [people.organisationId, people.id] }).onDelete("cascade"),
    foreignKey({ columns: [table.organisationId, table.schoolId], foreignColumns: [schools.organisationId, schools.id] }),
    index("round_members_person").on(table.organisationId, table.personId),
    index("round_members_school").on(table.organisationId, table.schoolId),
    tenantWall("round_members"),
    allow("round_members", "self", appUser, "select", ofThisPerson),
    allow("round_members", "job", appJob, "all"),
  ],
).enableRLS();
