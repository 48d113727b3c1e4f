CREATE TABLE "school_scan_answers" (
	"organisation_id" uuid NOT NULL,
	"scan_id" uuid NOT NULL,
	"statement_id" text NOT NULL,
	"step" text,
	"differ" boolean NOT NULL,
	"note" text NOT NULL,
	"sequence" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "school_scan_answers_organisation_id_scan_id_statement_id_pk" PRIMARY KEY("organisation_id","scan_id","statement_id"),
	CONSTRAINT "school_scan_answers_some" CHECK (step is not null or differ),
	CONSTRAINT "school_scan_answers_note" CHECK (char_length(note) <= 1000)
);
--> statement-breakpoint
ALTER TABLE "school_scan_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "school_scans" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"school_id" uuid NOT NULL,
	"activity" text NOT NULL,
	"version" text NOT NULL,
	"participants" integer NOT NULL,
	"roles" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "school_scans_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "school_scans_participants" CHECK (participants between 2 and 30),
	CONSTRAINT "school_scans_roles" CHECK (char_length(roles) between 1 and 300)
);
--> statement-breakpoint
ALTER TABLE "school_scans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "school_scan_answers" ADD CONSTRAINT "school_scan_answers_organisation_id_scan_id_school_scans_organisation_id_id_fk" FOREIGN KEY ("organisation_id","scan_id") REFERENCES "public"."school_scans"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_scans" ADD CONSTRAINT "school_scans_organisation_id_school_id_schools_organisation_id_id_fk" FOREIGN KEY ("organisation_id","school_id") REFERENCES "public"."schools"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "school_scans_open" ON "school_scans" USING btree ("organisation_id","school_id","activity") WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "school_scans_history" ON "school_scans" USING btree ("organisation_id","school_id","started_at");--> statement-breakpoint
CREATE POLICY "school_scan_answers_tenant" ON "school_scan_answers" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "school_scan_answers_read" ON "school_scan_answers" AS PERMISSIVE FOR SELECT TO "app_user" USING (exists (select 1 from school_scans s where s.organisation_id = school_scan_answers.organisation_id and s.id = school_scan_answers.scan_id));--> statement-breakpoint
CREATE POLICY "school_scan_answers_give" ON "school_scan_answers" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK (exists (select 1 from school_scans s where s.organisation_id = school_scan_answers.organisation_id and s.id = school_scan_answers.scan_id and s.finished_at is null and exists (select 1 from role_grants g where g.organisation_id = s.organisation_id and g.school_id = s.school_id and g.role = 'leader' and g.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "school_scan_answers_change" ON "school_scan_answers" AS PERMISSIVE FOR UPDATE TO "app_user" USING (exists (select 1 from school_scans s where s.organisation_id = school_scan_answers.organisation_id and s.id = school_scan_answers.scan_id and s.finished_at is null and exists (select 1 from role_grants g where g.organisation_id = s.organisation_id and g.school_id = s.school_id and g.role = 'leader' and g.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid)))) WITH CHECK (exists (select 1 from school_scans s where s.organisation_id = school_scan_answers.organisation_id and s.id = school_scan_answers.scan_id and s.finished_at is null and exists (select 1 from role_grants g where g.organisation_id = s.organisation_id and g.school_id = s.school_id and g.role = 'leader' and g.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "school_scans_tenant" ON "school_scans" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "school_scans_read" ON "school_scans" AS PERMISSIVE FOR SELECT TO "app_user" USING ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['hr','board']) or exists (select 1 from role_grants g where g.organisation_id = school_scans.organisation_id and g.school_id = school_scans.school_id and g.role = 'leader' and g.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "school_scans_begin" ON "school_scans" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK (exists (select 1 from role_grants g where g.organisation_id = school_scans.organisation_id and g.school_id = school_scans.school_id and g.role = 'leader' and g.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "school_scans_finish" ON "school_scans" AS PERMISSIVE FOR UPDATE TO "app_user" USING (finished_at is null and exists (select 1 from role_grants g where g.organisation_id = school_scans.organisation_id and g.school_id = school_scans.school_id and g.role = 'leader' and g.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid))) WITH CHECK (exists (select 1 from role_grants g where g.organisation_id = school_scans.organisation_id and g.school_id = school_scans.school_id and g.role = 'leader' and g.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid)));--> statement-breakpoint
ALTER TABLE "school_scans" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "school_scan_answers" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE ALL ON "school_scans", "school_scan_answers" FROM PUBLIC;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "school_scans", "school_scan_answers" TO app_user;
