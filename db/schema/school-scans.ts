import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgPolicy, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, moment, organisationId, withRole } from "#db/columns.ts";
import { schools } from "./people.ts";
import { allow, appUser, tenantWall } from "./roles.ts";

const me = sql.raw("(select nullif(current_setting('app.person_id', true), '')::uuid)");
/** Policy text: the person of the session leads the school of this row, whatever their session says of roles. */
const leadsIt = (row: string) =>
  sql.raw(`exists (select 1 from role_grants g where g.organisation_id = ${row}.organisation_id and g.school_id = ${row}.school_id and g.role = 'leader' and g.person_id = `).append(me).append(sql.raw(")"));
const leadsThis = leadsIt("school_scans");
/** Policy text: the scan of this answer is there for the person of the session; row level security of the scans says which are. */
const ofScan = (more: ReturnType<typeof sql> = sql``) => sql`exists (select 1 from school_scans s where s.organisation_id = school_scan_answers.organisation_id and s.id = school_scan_answers.scan_id${more})`;
const open = ofScan(sql` and s.finished_at is null and ${leadsIt("s")}`);

/** A scan of a school, filled in together at one table: one at a time per school, and what is finished never changes. About no person; no names. */
export const schoolScans = pgTable(
  "school_scans",
  {
    organisationId: organisationId(),
    id: id(),
    schoolId: uuid("school_id").notNull(),
    activity: text("activity").notNull(),
    version: text("version").notNull(),
    /** How many sat at the table, and which jobs they have, in words. */
    participants: integer("participants").notNull(),
    roles: text("roles").notNull(),
    startedAt: moment("started_at").notNull(),
    finishedAt: moment("finished_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    foreignKey({ columns: [table.organisationId, table.schoolId], foreignColumns: [schools.organisationId, schools.id] }),
    uniqueIndex("school_scans_open").on(table.organisationId, table.schoolId, table.activity).where(sql`finished_at is null`),
    index("school_scans_history").on(table.organisationId, table.schoolId, table.startedAt),
    check("school_scans_participants", sql`participants between 2 and 30`),
    check("school_scans_roles", sql`char_length(roles) between 1 and 300`),
    tenantWall("school_scans"),
    allow("school_scans", "read", appUser, "select", sql`${withRole("hr", "board")} or ${leadsThis}`),
    allow("school_scans", "begin", appUser, "insert", leadsThis),
    pgPolicy("school_scans_finish", { as: "permissive", for: "update", to: appUser, using: sql`finished_at is null and ${leadsThis}`, withCheck: leadsThis }),
  ],
).enableRLS();

/** One agreed answer per statement of a scan. */
export const schoolScanAnswers = pgTable(
  "school_scan_answers",
  {
    organisationId: organisationId(),
    scanId: uuid("scan_id").notNull(),
    statementId: text("statement_id").notNull(),
    /** A step of the scan; null when the table thinks differently and agreed on none. */
    step: text("step"),
    differ: boolean("differ").notNull(),
    note: text("note").notNull(),
    /** Counts the changes, so that two screens do not overwrite each other. */
    sequence: integer("sequence").notNull().default(1),
    changedAt: moment("changed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.scanId, table.statementId] }),
    foreignKey({ columns: [table.organisationId, table.scanId], foreignColumns: [schoolScans.organisationId, schoolScans.id] }).onDelete("cascade"),
    check("school_scan_answers_some", sql`step is not null or differ`),
    check("school_scan_answers_note", sql`char_length(note) <= 1000`),
    tenantWall("school_scan_answers"),
    allow("school_scan_answers", "read", appUser, "select", ofScan()),
    allow("school_scan_answers", "give", appUser, "insert", open),
    allow("school_scan_answers", "change", appUser, "update", open),
  ],
).enableRLS();
