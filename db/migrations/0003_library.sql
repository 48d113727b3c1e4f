CREATE TABLE "library_comments" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"item" text,
	"words" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "library_comments_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "library_comments_words" CHECK (char_length(words) between 1 and 2000)
);
--> statement-breakpoint
ALTER TABLE "library_comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "library_documents" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"version" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"document" jsonb NOT NULL,
	"hash" text NOT NULL,
	"sequence" integer DEFAULT 1 NOT NULL,
	"origin" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "library_documents_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "library_documents_kind" CHECK (kind in ('framework', 'profile', 'crosswalk')),
	CONSTRAINT "library_documents_state" CHECK (state in ('draft', 'review', 'published', 'withdrawn')),
	CONSTRAINT "library_documents_published" CHECK ((state in ('draft', 'review')) = (published_at is null))
);
--> statement-breakpoint
ALTER TABLE "library_documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "library_comments" ADD CONSTRAINT "library_comments_organisation_id_document_id_library_documents_organisation_id_id_fk" FOREIGN KEY ("organisation_id","document_id") REFERENCES "public"."library_documents"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_comments" ADD CONSTRAINT "library_comments_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_documents" ADD CONSTRAINT "library_documents_organisation_id_created_by_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","created_by") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "library_comments_document" ON "library_comments" USING btree ("organisation_id","document_id");--> statement-breakpoint
CREATE INDEX "library_comments_person" ON "library_comments" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "library_documents_version" ON "library_documents" USING btree ("organisation_id","kind","slug","version");--> statement-breakpoint
CREATE POLICY "library_comments_tenant" ON "library_comments" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "library_comments_read" ON "library_comments" AS PERMISSIVE FOR SELECT TO "app_user" USING ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin']) or person_id = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "library_comments_write" ON "library_comments" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "library_comments_remove" ON "library_comments" AS PERMISSIVE FOR DELETE TO "app_user" USING ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin']) or person_id = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "library_documents_tenant" ON "library_documents" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "library_documents_published" ON "library_documents" AS PERMISSIVE FOR SELECT TO "app_user" USING (state <> 'draft');--> statement-breakpoint
CREATE POLICY "library_documents_managed" ON "library_documents" AS PERMISSIVE FOR SELECT TO "app_user" USING ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin']));--> statement-breakpoint
CREATE POLICY "library_documents_begin" ON "library_documents" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin']));--> statement-breakpoint
CREATE POLICY "library_documents_change" ON "library_documents" AS PERMISSIVE FOR UPDATE TO "app_user" USING ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin'])) WITH CHECK ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin']));--> statement-breakpoint
CREATE POLICY "library_documents_remove" ON "library_documents" AS PERMISSIVE FOR DELETE TO "app_user" USING ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin']) and published_at is null);--> statement-breakpoint
CREATE POLICY "library_documents_job" ON "library_documents" AS PERMISSIVE FOR SELECT TO "app_job" USING (true);--> statement-breakpoint
ALTER TABLE "library_documents" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "library_comments" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE ALL ON "library_documents", "library_comments" FROM PUBLIC;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "library_documents" TO app_user;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON "library_comments" TO app_user;--> statement-breakpoint
GRANT SELECT ON "library_documents" TO app_job;--> statement-breakpoint
-- A published version never changes: results and releases point at it.
CREATE FUNCTION library_documents_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL AND (NEW.published_at, NEW.kind, NEW.slug, NEW.version, NEW.hash, NEW.document) IS DISTINCT FROM (OLD.published_at, OLD.kind, OLD.slug, OLD.version, OLD.hash, OLD.document) THEN
    RAISE EXCEPTION 'a published version never changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER library_documents_keep BEFORE UPDATE ON "library_documents" FOR EACH ROW EXECUTE FUNCTION library_documents_keep();
