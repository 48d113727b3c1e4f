import { sql } from "drizzle-orm";
import { boolean, check, index, pgPolicy, pgTable, text, uniqueIndex, uuid, integer } from "drizzle-orm/pg-core";
import type { Language } from "#app/domain/text.ts";
import { bytes, createdAt, id, moment } from "#db/columns.ts";
import { appSession } from "./roles.ts";

/** Accounts and sessions stand outside the boards: only the session service reaches them, as app_session. */
const onlySession = (table: string) => pgPolicy(`${table}_session`, { for: "all", to: appSession, using: sql`true`, withCheck: sql`true` });

export const accounts = pgTable(
  "accounts",
  {
    id: id().primaryKey(),
    email: text("email").notNull(),
    passwordHash: text("password_hash").notNull(),
    language: text("language").$type<Language>().notNull().default("nl"),
    disabledAt: moment("disabled_at"),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("accounts_email").on(sql`lower(${table.email})`), onlySession("accounts")],
).enableRLS();

/** Which board and person an account may act for; one account may serve two boards. */
export const memberships = pgTable(
  "memberships",
  {
    accountId: uuid("account_id").notNull().references(() => accounts.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id").notNull(),
    personId: uuid("person_id").notNull(),
    organisationName: text("organisation_name").notNull(),
  },
  (table) => [uniqueIndex("memberships_key").on(table.accountId, table.organisationId), uniqueIndex("memberships_person").on(table.personId), onlySession("memberships")],
).enableRLS();

/** A session row holds the SHA-256 of the id in the cookie, so a copy of the table opens nothing. */
export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    accountId: uuid("account_id").notNull().references(() => accounts.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id").notNull(),
    personId: uuid("person_id").notNull(),
    idleMinutes: integer("idle_minutes").notNull(),
    /** Signed in on a device that others use too: nothing may stay behind in its browser. */
    shared: boolean("shared").notNull().default(false),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    absoluteExpiresAt: moment("absolute_expires_at").notNull(),
  },
  (table) => [index("sessions_account").on(table.accountId), index("sessions_expires").on(table.absoluteExpiresAt), onlySession("sessions")],
).enableRLS();

/**
 * Keys for answers that wait in a browser until they can be sent (docs/adr/0012). One per session, and not gone with it:
 * somebody whose session ended signs in again and reads what still waits. Signing out deletes it, and with it what waits.
 */
export const queueKeys = pgTable(
  "queue_keys",
  {
    id: id().primaryKey(),
    accountId: uuid("account_id").notNull().references(() => accounts.id, { onDelete: "cascade" }),
    /** The hash under which the session stands, or stood, in its table. */
    sessionId: text("session_id").notNull(),
    key: bytes("key").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("queue_keys_session").on(table.sessionId),
    index("queue_keys_account").on(table.accountId),
    index("queue_keys_created").on(table.createdAt),
    check("queue_keys_length", sql`octet_length(${table.key}) = 32`),
    onlySession("queue_keys"),
  ],
).enableRLS();

/** Failed and succeeded attempts, counted per hashed account and address; old rows are swept. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  { id: id().primaryKey(), key: text("key").notNull(), at: moment("at").notNull() },
  (table) => [index("sign_in_attempts_key").on(table.key, table.at), onlySession("sign_in_attempts")],
).enableRLS();
