import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, numeric, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Role } from "#app/domain/access.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { createdAt, id, moment, ofThisPerson, organisationId, personId, withRole } from "#db/columns.ts";
import { allow, appJob, appReport, appUser, tenantWall } from "./roles.ts";

const thisBoard = sql`id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)`;
const self = sql`id = (select nullif(current_setting('app.person_id', true), '')::uuid)`;

export const organisations = pgTable(
  "organisations",
  { id: id().primaryKey(), name: text("name").notNull(), practice: boolean("practice").notNull().default(false), createdAt: createdAt() },
  () => [
    tenantWall("organisations", thisBoard),
    allow("organisations", "read", appUser, "select"),
    allow("organisations", "job", appJob, "select"),
    allow("organisations", "report", appReport, "select"),
    allow("organisations", "make", appUser, "insert", withRole("admin")),
  ],
).enableRLS();

export const schools = pgTable(
  "schools",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    name: text("name").notNull(),
    kind: text("kind").$type<"school" | "office">().notNull().default("school"),
    position: numeric("position", { mode: "number" }).notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    uniqueIndex("schools_name").on(table.organisationId, table.name),
    tenantWall("schools"),
    allow("schools", "read", appUser, "select"),
    allow("schools", "job", appJob, "select"),
    allow("schools", "manage", appUser, "insert", withRole("admin")),
    allow("schools", "change", appUser, "update", withRole("admin")),
  ],
).enableRLS();

export const people = pgTable(
  "people",
  {
    organisationId: organisationId().references(() => organisations.id),
    id: id(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    leftAt: moment("left_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    uniqueIndex("people_email").on(table.organisationId, sql`lower(${table.email})`),
    tenantWall("people"),
    allow("people", "self", appUser, "select", self),
    allow("people", "manage", appUser, "all", withRole("admin")),
    allow("people", "job", appJob, "select"),
  ],
).enableRLS();

/** A function at a school. Group figures count the main one, as it was when the round opened. */
export const appointments = pgTable(
  "appointments",
  {
    organisationId: organisationId(),
    id: id(),
    personId: personId(),
    schoolId: uuid("school_id").notNull(),
    family: text("family").$type<Family>().notNull(),
    functionId: text("function_id").notNull(),
    fte: numeric("fte", { precision: 5, scale: 4, mode: "number" }).notNull(),
    main: boolean("main").notNull().default(true),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    foreignKey({ columns: [table.organisationId, table.personId], foreignColumns: [people.organisationId, people.id] }).onDelete("cascade"),
    foreignKey({ columns: [table.organisationId, table.schoolId], foreignColumns: [schools.organisationId, schools.id] }),
    uniqueIndex("appointments_main").on(table.organisationId, table.personId).where(sql`main`),
    index("appointments_school").on(table.organisationId, table.schoolId),
    check("appointments_family", sql`family in ('leraar','onderwijsondersteuner','schoolleider','bestuurder','staf')`),
    check("appointments_fte", sql`fte >= 0 and fte <= 2`),
    tenantWall("appointments"),
    allow("appointments", "self", appUser, "select", ofThisPerson),
    allow("appointments", "correct", appUser, "update", ofThisPerson),
    allow("appointments", "manage", appUser, "all", withRole("admin")),
    allow("appointments", "job", appJob, "select"),
  ],
).enableRLS();

export const roleGrants = pgTable(
  "role_grants",
  {
    organisationId: organisationId(),
    id: id(),
    personId: personId(),
    role: text("role").$type<Role>().notNull(),
    /** For a leader the school led; null for roles over the whole board. */
    schoolId: uuid("school_id"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    foreignKey({ columns: [table.organisationId, table.personId], foreignColumns: [people.organisationId, people.id] }).onDelete("cascade"),
    foreignKey({ columns: [table.organisationId, table.schoolId], foreignColumns: [schools.organisationId, schools.id] }),
    uniqueIndex("role_grants_key").on(table.organisationId, table.personId, table.role, table.schoolId),
    check("role_grants_role", sql`role in ('leader','hr','board','admin') and (role = 'leader') = (school_id is not null)`),
    tenantWall("role_grants"),
    allow("role_grants", "self", appUser, "select", ofThisPerson),
    allow("role_grants", "manage", appUser, "all", withRole("admin")),
  ],
).enableRLS();
