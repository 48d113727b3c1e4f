import { sql } from "drizzle-orm";
import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** The words tables are written in. */
export const id = () => uuid("id").notNull().defaultRandom();
export const organisationId = () => uuid("organisation_id").notNull();
export const personId = () => uuid("person_id").notNull();
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
export const createdAt = () => moment("created_at").notNull().defaultNow();

/** Policy text: this row belongs to the board of the session. A sub-select, so that it is computed once per query. */
export const ofThisBoard = sql`organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)`;
/** Policy text: this row is about the person of the session. */
export const ofThisPerson = sql`person_id = (select nullif(current_setting('app.person_id', true), '')::uuid)`;
/** Policy text: the session's person has one of these roles. */
export const withRole = (...names: string[]) =>
  sql.raw(`(select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array[${names.map((name) => `'${name}'`).join(",")}])`);
