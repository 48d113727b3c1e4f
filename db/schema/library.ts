import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment, ofThisPerson, organisationId, personId, withRole } from "#db/columns.ts";
import { people } from "./people.ts";
import { allow, appJob, appUser, tenantWall } from "./roles.ts";

const administrators = withRole("admin");

/** What a document is about; each has its own schema and its own versions. */
export const documentKinds = ["framework", "profile", "crosswalk"] as const;
/** A draft is being written, in review colleagues read it along, published never changes again, withdrawn is not offered any more. */
export const documentStates = ["draft", "review", "published", "withdrawn"] as const;

const oneOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(", "));

/** A board's own frameworks and profiles: the same documents as the files of the library, stored whole. */
export const libraryDocuments = pgTable(
  "library_documents",
  {
    organisationId: organisationId(),
    id: id(),
    kind: text("kind").$type<(typeof documentKinds)[number]>().notNull(),
    slug: text("slug").notNull(),
    version: text("version").notNull(),
    state: text("state").$type<(typeof documentStates)[number]>().notNull().default("draft"),
    /** As it was written: one language stays one language. */
    document: jsonb("document").notNull(),
    /** SHA-256 of the document, for whoever compares exports. */
    hash: text("hash").notNull(),
    /** Counts the changes of a draft, so that two people do not overwrite each other. */
    sequence: integer("sequence").notNull().default(1),
    /** Where it came from: a copy, an import with the name of its file, a template. */
    origin: text("origin").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: createdAt(),
    changedAt: moment("changed_at").notNull(),
    publishedAt: moment("published_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    foreignKey({ columns: [table.organisationId, table.createdBy], foreignColumns: [people.organisationId, people.id] }),
    uniqueIndex("library_documents_version").on(table.organisationId, table.kind, table.slug, table.version),
    check("library_documents_kind", sql`kind in (${oneOf(documentKinds)})`),
    check("library_documents_state", sql`state in (${oneOf(documentStates)})`),
    check("library_documents_published", sql`(state in ('draft', 'review')) = (published_at is null)`),
    tenantWall("library_documents"),
    allow("library_documents", "published", appUser, "select", sql`state <> 'draft'`),
    allow("library_documents", "managed", appUser, "select", administrators),
    allow("library_documents", "begin", appUser, "insert", administrators),
    allow("library_documents", "change", appUser, "update", administrators),
    allow("library_documents", "remove", appUser, "delete", sql`${administrators} and published_at is null`),
    allow("library_documents", "job", appJob, "select"),
  ],
).enableRLS();

/** What a colleague says of a document in review. */
export const libraryComments = pgTable(
  "library_comments",
  {
    organisationId: organisationId(),
    id: id(),
    documentId: uuid("document_id").notNull(),
    personId: personId(),
    /** The competence it is about; null for the whole. */
    item: text("item"),
    words: text("words").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.id] }),
    foreignKey({ columns: [table.organisationId, table.documentId], foreignColumns: [libraryDocuments.organisationId, libraryDocuments.id] }).onDelete("cascade"),
    foreignKey({ columns: [table.organisationId, table.personId], foreignColumns: [people.organisationId, people.id] }),
    index("library_comments_document").on(table.organisationId, table.documentId),
    index("library_comments_person").on(table.organisationId, table.personId),
    check("library_comments_words", sql`char_length(words) between 1 and 2000`),
    tenantWall("library_comments"),
    allow("library_comments", "read", appUser, "select", sql`${administrators} or ${ofThisPerson}`),
    allow("library_comments", "write", appUser, "insert", ofThisPerson),
    allow("library_comments", "remove", appUser, "delete", sql`${administrators} or ${ofThisPerson}`),
  ],
).enableRLS();
