CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"language" text DEFAULT 'nl' NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"account_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"idle_minutes" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"absolute_expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sign_in_attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "answers" (
	"organisation_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"client_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"level" smallint,
	"reason" text,
	"wish" boolean DEFAULT false NOT NULL,
	"note" text,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answers_organisation_id_assessment_id_item_id_sequence_pk" PRIMARY KEY("organisation_id","assessment_id","item_id","sequence"),
	CONSTRAINT "answers_level_or_reason" CHECK (level is null or reason is null),
	CONSTRAINT "answers_reason" CHECK (reason in ('not-in-my-work','do-not-know','rather-not-say','consciously-not')),
	CONSTRAINT "answers_level" CHECK (level between 1 and 10),
	CONSTRAINT "answers_note" CHECK (char_length(note) <= 2000)
);
--> statement-breakpoint
ALTER TABLE "answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assessments" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"round_id" uuid,
	"framework" text NOT NULL,
	"framework_version" text NOT NULL,
	"instrument" text NOT NULL,
	"profile" text NOT NULL,
	"profile_version" text NOT NULL,
	"family" text NOT NULL,
	"function_id" text NOT NULL,
	"mode" text NOT NULL,
	"excluded" boolean DEFAULT false NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"handed_in_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assessments_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "assessments_mode" CHECK (mode in ('all','short'))
);
--> statement-breakpoint
ALTER TABLE "assessments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "goals" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"competence_id" text NOT NULL,
	"step" text NOT NULL,
	"due_on" date NOT NULL,
	"done_at" timestamp (3) with time zone,
	"reflection" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "goals_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "goals_texts" CHECK (char_length(step) between 1 and 500 and char_length(reflection) <= 2000)
);
--> statement-breakpoint
ALTER TABLE "goals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "results" (
	"organisation_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"competence_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"level" smallint,
	"reason" text,
	"wish" boolean DEFAULT false NOT NULL,
	"target" smallint,
	"weight" real NOT NULL,
	CONSTRAINT "results_organisation_id_assessment_id_competence_id_pk" PRIMARY KEY("organisation_id","assessment_id","competence_id")
);
--> statement-breakpoint
ALTER TABLE "results" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appointments" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"school_id" uuid NOT NULL,
	"family" text NOT NULL,
	"function_id" text NOT NULL,
	"fte" numeric(5, 4) NOT NULL,
	"main" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "appointments_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "appointments_family" CHECK (family in ('leraar','onderwijsondersteuner','schoolleider','bestuurder','staf')),
	CONSTRAINT "appointments_fte" CHECK (fte >= 0 and fte <= 2)
);
--> statement-breakpoint
ALTER TABLE "appointments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"practice" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organisations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "people" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"left_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "role_grants" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"school_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "role_grants_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "role_grants_role" CHECK (role in ('leader','hr','board','admin') and (role = 'leader') = (school_id is not null))
);
--> statement-breakpoint
ALTER TABLE "role_grants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "schools" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"kind" text DEFAULT 'school' NOT NULL,
	"position" numeric DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schools_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "schools" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "log_entries" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	"action" text NOT NULL,
	"person_id" uuid,
	"subject" text DEFAULT '' NOT NULL,
	CONSTRAINT "log_entries_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "log_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "release_cells" (
	"organisation_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"competence_id" text NOT NULL,
	"school_id" uuid,
	"family" text,
	"n" text NOT NULL,
	"shown" numeric(5, 3) NOT NULL,
	"end" text,
	"low" numeric(6, 4) NOT NULL,
	"high" numeric(6, 4) NOT NULL
);
--> statement-breakpoint
ALTER TABLE "release_cells" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "release_members" (
	"organisation_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"school_id" uuid NOT NULL,
	"family" text NOT NULL,
	"competences" text[] NOT NULL,
	CONSTRAINT "release_members_organisation_id_release_id_person_id_pk" PRIMARY KEY("organisation_id","release_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "release_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "release_queue" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "release_queue" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "release_response" (
	"organisation_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"school_id" uuid NOT NULL,
	"invited" integer NOT NULL,
	"handed_in" integer NOT NULL,
	CONSTRAINT "release_response_organisation_id_release_id_school_id_pk" PRIMARY KEY("organisation_id","release_id","school_id")
);
--> statement-breakpoint
ALTER TABLE "release_response" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "releases" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"framework" text NOT NULL,
	"framework_version" text NOT NULL,
	"instrument" text NOT NULL,
	"profile" text NOT NULL,
	"profile_version" text NOT NULL,
	"threshold" integer NOT NULL,
	"levels" integer NOT NULL,
	"closed_at" timestamp (3) with time zone NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "releases_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "releases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "trainings" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"competence_id" text NOT NULL,
	"family" text NOT NULL,
	"school_id" uuid,
	"title" text NOT NULL,
	"on_date" date NOT NULL,
	"hours" real NOT NULL,
	"planned_by" uuid NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "trainings_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "trainings_values" CHECK (hours > 0 and hours <= 200 and char_length(title) between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "trainings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_members" (
	"organisation_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"school_id" uuid NOT NULL,
	"family" text NOT NULL,
	"function_id" text NOT NULL,
	CONSTRAINT "round_members_organisation_id_round_id_person_id_pk" PRIMARY KEY("organisation_id","round_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "round_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_schools" (
	"organisation_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"school_id" uuid NOT NULL,
	"invited" integer NOT NULL,
	"handed_in" integer DEFAULT 0 NOT NULL,
	"enough" text[] DEFAULT '{}' NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "round_schools_organisation_id_round_id_school_id_pk" PRIMARY KEY("organisation_id","round_id","school_id")
);
--> statement-breakpoint
ALTER TABLE "round_schools" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rounds" (
	"organisation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"framework" text NOT NULL,
	"framework_version" text NOT NULL,
	"instrument" text NOT NULL,
	"profile" text NOT NULL,
	"profile_version" text NOT NULL,
	"families" text[] NOT NULL,
	"released" boolean DEFAULT true NOT NULL,
	"threshold" integer DEFAULT 5 NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"opened_by" uuid NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"released_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rounds_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "rounds_threshold" CHECK (threshold between 5 and 10),
	CONSTRAINT "rounds_dates" CHECK (closes_at > opens_at)
);
--> statement-breakpoint
ALTER TABLE "rounds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_organisation_id_assessment_id_assessments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","assessment_id") REFERENCES "public"."assessments"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_organisation_id_round_id_rounds_organisation_id_id_fk" FOREIGN KEY ("organisation_id","round_id") REFERENCES "public"."rounds"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_organisation_id_assessment_id_assessments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","assessment_id") REFERENCES "public"."assessments"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_organisation_id_assessment_id_assessments_organisation_id_id_fk" FOREIGN KEY ("organisation_id","assessment_id") REFERENCES "public"."assessments"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_organisation_id_school_id_schools_organisation_id_id_fk" FOREIGN KEY ("organisation_id","school_id") REFERENCES "public"."schools"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_organisation_id_school_id_schools_organisation_id_id_fk" FOREIGN KEY ("organisation_id","school_id") REFERENCES "public"."schools"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schools" ADD CONSTRAINT "schools_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_cells" ADD CONSTRAINT "release_cells_organisation_id_release_id_releases_organisation_id_id_fk" FOREIGN KEY ("organisation_id","release_id") REFERENCES "public"."releases"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_cells" ADD CONSTRAINT "release_cells_organisation_id_school_id_schools_organisation_id_id_fk" FOREIGN KEY ("organisation_id","school_id") REFERENCES "public"."schools"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_members" ADD CONSTRAINT "release_members_organisation_id_release_id_releases_organisation_id_id_fk" FOREIGN KEY ("organisation_id","release_id") REFERENCES "public"."releases"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_response" ADD CONSTRAINT "release_response_organisation_id_release_id_releases_organisation_id_id_fk" FOREIGN KEY ("organisation_id","release_id") REFERENCES "public"."releases"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_response" ADD CONSTRAINT "release_response_organisation_id_school_id_schools_organisation_id_id_fk" FOREIGN KEY ("organisation_id","school_id") REFERENCES "public"."schools"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_organisation_id_round_id_rounds_organisation_id_id_fk" FOREIGN KEY ("organisation_id","round_id") REFERENCES "public"."rounds"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trainings" ADD CONSTRAINT "trainings_organisation_id_round_id_rounds_organisation_id_id_fk" FOREIGN KEY ("organisation_id","round_id") REFERENCES "public"."rounds"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trainings" ADD CONSTRAINT "trainings_organisation_id_school_id_schools_organisation_id_id_fk" FOREIGN KEY ("organisation_id","school_id") REFERENCES "public"."schools"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trainings" ADD CONSTRAINT "trainings_organisation_id_planned_by_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","planned_by") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_members" ADD CONSTRAINT "round_members_organisation_id_round_id_rounds_organisation_id_id_fk" FOREIGN KEY ("organisation_id","round_id") REFERENCES "public"."rounds"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_members" ADD CONSTRAINT "round_members_organisation_id_person_id_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","person_id") REFERENCES "public"."people"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_members" ADD CONSTRAINT "round_members_organisation_id_school_id_schools_organisation_id_id_fk" FOREIGN KEY ("organisation_id","school_id") REFERENCES "public"."schools"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_schools" ADD CONSTRAINT "round_schools_organisation_id_round_id_rounds_organisation_id_id_fk" FOREIGN KEY ("organisation_id","round_id") REFERENCES "public"."rounds"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_schools" ADD CONSTRAINT "round_schools_organisation_id_school_id_schools_organisation_id_id_fk" FOREIGN KEY ("organisation_id","school_id") REFERENCES "public"."schools"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_organisation_id_opened_by_people_organisation_id_id_fk" FOREIGN KEY ("organisation_id","opened_by") REFERENCES "public"."people"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email" ON "accounts" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_key" ON "memberships" USING btree ("account_id","organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_expires" ON "sessions" USING btree ("absolute_expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_key" ON "sign_in_attempts" USING btree ("key","at");--> statement-breakpoint
CREATE UNIQUE INDEX "answers_client" ON "answers" USING btree ("organisation_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assessments_round" ON "assessments" USING btree ("organisation_id","round_id","person_id") WHERE round_id is not null;--> statement-breakpoint
CREATE INDEX "assessments_person" ON "assessments" USING btree ("organisation_id","person_id","started_at");--> statement-breakpoint
CREATE INDEX "goals_person" ON "goals" USING btree ("organisation_id","person_id","due_on");--> statement-breakpoint
CREATE INDEX "results_person" ON "results" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "appointments_main" ON "appointments" USING btree ("organisation_id","person_id") WHERE main;--> statement-breakpoint
CREATE INDEX "appointments_school" ON "appointments" USING btree ("organisation_id","school_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("organisation_id",lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_key" ON "role_grants" USING btree ("organisation_id","person_id","role","school_id");--> statement-breakpoint
CREATE UNIQUE INDEX "schools_name" ON "schools" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE INDEX "log_entries_person" ON "log_entries" USING btree ("organisation_id","person_id","at");--> statement-breakpoint
CREATE INDEX "log_entries_at" ON "log_entries" USING btree ("organisation_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "release_cells_key" ON "release_cells" USING btree ("organisation_id","release_id","competence_id",coalesce(school_id, '00000000-0000-0000-0000-000000000000'),coalesce(family, ''));--> statement-breakpoint
CREATE INDEX "release_cells_school" ON "release_cells" USING btree ("organisation_id","school_id");--> statement-breakpoint
CREATE INDEX "release_queue_due" ON "release_queue" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "releases_round" ON "releases" USING btree ("organisation_id","round_id");--> statement-breakpoint
CREATE INDEX "releases_framework" ON "releases" USING btree ("organisation_id","framework","closed_at");--> statement-breakpoint
CREATE INDEX "trainings_school" ON "trainings" USING btree ("organisation_id","school_id","on_date");--> statement-breakpoint
CREATE INDEX "round_members_person" ON "round_members" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "round_members_school" ON "round_members" USING btree ("organisation_id","school_id");--> statement-breakpoint
CREATE INDEX "round_schools_school" ON "round_schools" USING btree ("organisation_id","school_id");--> statement-breakpoint
CREATE INDEX "rounds_framework" ON "rounds" USING btree ("organisation_id","framework","closes_at");--> statement-breakpoint
CREATE INDEX "rounds_due" ON "rounds" USING btree ("closes_at") WHERE released_at is null and cancelled_at is null;--> statement-breakpoint
CREATE POLICY "accounts_session" ON "accounts" AS PERMISSIVE FOR ALL TO "app_session" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "memberships_session" ON "memberships" AS PERMISSIVE FOR ALL TO "app_session" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sessions_session" ON "sessions" AS PERMISSIVE FOR ALL TO "app_session" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_in_attempts_session" ON "sign_in_attempts" AS PERMISSIVE FOR ALL TO "app_session" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "answers_tenant" ON "answers" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "answers_read" ON "answers" AS PERMISSIVE FOR SELECT TO "app_user" USING (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "answers_add" ON "answers" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "assessments_tenant" ON "assessments" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "assessments_self" ON "assessments" AS PERMISSIVE FOR ALL TO "app_user" USING (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid)) WITH CHECK (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "assessments_job" ON "assessments" AS PERMISSIVE FOR SELECT TO "app_job" USING (true);--> statement-breakpoint
CREATE POLICY "goals_tenant" ON "goals" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "goals_self" ON "goals" AS PERMISSIVE FOR ALL TO "app_user" USING (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid)) WITH CHECK (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "results_tenant" ON "results" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "results_self" ON "results" AS PERMISSIVE FOR ALL TO "app_user" USING (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid)) WITH CHECK (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "results_job" ON "results" AS PERMISSIVE FOR SELECT TO "app_job" USING (true);--> statement-breakpoint
CREATE POLICY "appointments_tenant" ON "appointments" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "appointments_self" ON "appointments" AS PERMISSIVE FOR SELECT TO "app_user" USING (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "appointments_correct" ON "appointments" AS PERMISSIVE FOR UPDATE TO "app_user" USING (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid)) WITH CHECK (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "appointments_manage" ON "appointments" AS PERMISSIVE FOR ALL TO "app_user" USING ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin'])) WITH CHECK ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin']));--> statement-breakpoint
CREATE POLICY "appointments_job" ON "appointments" AS PERMISSIVE FOR SELECT TO "app_job" USING (true);--> statement-breakpoint
CREATE POLICY "organisations_tenant" ON "organisations" AS RESTRICTIVE FOR ALL TO public USING (id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "organisations_read" ON "organisations" AS PERMISSIVE FOR SELECT TO "app_user" USING (true);--> statement-breakpoint
CREATE POLICY "organisations_job" ON "organisations" AS PERMISSIVE FOR SELECT TO "app_job" USING (true);--> statement-breakpoint
CREATE POLICY "organisations_report" ON "organisations" AS PERMISSIVE FOR SELECT TO "app_report" USING (true);--> statement-breakpoint
CREATE POLICY "organisations_make" ON "organisations" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin']));--> statement-breakpoint
CREATE POLICY "people_tenant" ON "people" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "people_self" ON "people" AS PERMISSIVE FOR SELECT TO "app_user" USING (id = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "people_manage" ON "people" AS PERMISSIVE FOR ALL TO "app_user" USING ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin'])) WITH CHECK ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin']));--> statement-breakpoint
CREATE POLICY "people_job" ON "people" AS PERMISSIVE FOR SELECT TO "app_job" USING (true);--> statement-breakpoint
CREATE POLICY "role_grants_tenant" ON "role_grants" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "role_grants_self" ON "role_grants" AS PERMISSIVE FOR SELECT TO "app_user" USING (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "role_grants_manage" ON "role_grants" AS PERMISSIVE FOR ALL TO "app_user" USING ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin'])) WITH CHECK ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin']));--> statement-breakpoint
CREATE POLICY "schools_tenant" ON "schools" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "schools_read" ON "schools" AS PERMISSIVE FOR SELECT TO "app_user" USING (true);--> statement-breakpoint
CREATE POLICY "schools_job" ON "schools" AS PERMISSIVE FOR SELECT TO "app_job" USING (true);--> statement-breakpoint
CREATE POLICY "schools_manage" ON "schools" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin']));--> statement-breakpoint
CREATE POLICY "schools_change" ON "schools" AS PERMISSIVE FOR UPDATE TO "app_user" USING ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin'])) WITH CHECK ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin']));--> statement-breakpoint
CREATE POLICY "log_entries_tenant" ON "log_entries" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "log_entries_own" ON "log_entries" AS PERMISSIVE FOR SELECT TO "app_user" USING (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "log_entries_mine" ON "log_entries" AS PERMISSIVE FOR SELECT TO "app_user" USING (actor_id = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "log_entries_manage" ON "log_entries" AS PERMISSIVE FOR SELECT TO "app_user" USING ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['admin']) and action <> all (array['assessment.handed-in','assessment.withdrawn','signed-in','password.changed','sessions.ended']));--> statement-breakpoint
CREATE POLICY "log_entries_add" ON "log_entries" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "log_entries_add_job" ON "log_entries" AS PERMISSIVE FOR INSERT TO "app_job" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "release_cells_tenant" ON "release_cells" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "release_cells_report" ON "release_cells" AS PERMISSIVE FOR SELECT TO "app_report" USING (true);--> statement-breakpoint
CREATE POLICY "release_cells_read_job" ON "release_cells" AS PERMISSIVE FOR SELECT TO "app_job" USING (true);--> statement-breakpoint
CREATE POLICY "release_cells_write_job" ON "release_cells" AS PERMISSIVE FOR INSERT TO "app_job" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "release_members_tenant" ON "release_members" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "release_members_read_job" ON "release_members" AS PERMISSIVE FOR SELECT TO "app_job" USING (true);--> statement-breakpoint
CREATE POLICY "release_members_write_job" ON "release_members" AS PERMISSIVE FOR INSERT TO "app_job" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "release_queue_job" ON "release_queue" AS PERMISSIVE FOR ALL TO "app_job" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "release_queue_own" ON "release_queue" AS PERMISSIVE FOR ALL TO "app_user" USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "release_response_tenant" ON "release_response" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "release_response_report" ON "release_response" AS PERMISSIVE FOR SELECT TO "app_report" USING (true);--> statement-breakpoint
CREATE POLICY "release_response_read_job" ON "release_response" AS PERMISSIVE FOR SELECT TO "app_job" USING (true);--> statement-breakpoint
CREATE POLICY "release_response_write_job" ON "release_response" AS PERMISSIVE FOR INSERT TO "app_job" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "releases_tenant" ON "releases" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "releases_report" ON "releases" AS PERMISSIVE FOR SELECT TO "app_report" USING (true);--> statement-breakpoint
CREATE POLICY "releases_read_job" ON "releases" AS PERMISSIVE FOR SELECT TO "app_job" USING (true);--> statement-breakpoint
CREATE POLICY "releases_write_job" ON "releases" AS PERMISSIVE FOR INSERT TO "app_job" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "trainings_tenant" ON "trainings" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "trainings_read" ON "trainings" AS PERMISSIVE FOR SELECT TO "app_user" USING ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['leader','hr','board']));--> statement-breakpoint
CREATE POLICY "trainings_plan" ON "trainings" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['leader','hr']));--> statement-breakpoint
CREATE POLICY "trainings_change" ON "trainings" AS PERMISSIVE FOR UPDATE TO "app_user" USING ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['leader','hr'])) WITH CHECK ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['leader','hr']));--> statement-breakpoint
CREATE POLICY "round_members_tenant" ON "round_members" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "round_members_self" ON "round_members" AS PERMISSIVE FOR SELECT TO "app_user" USING (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "round_members_job" ON "round_members" AS PERMISSIVE FOR ALL TO "app_job" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "round_schools_tenant" ON "round_schools" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "round_schools_read" ON "round_schools" AS PERMISSIVE FOR SELECT TO "app_user" USING ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['leader','hr','board','admin']));--> statement-breakpoint
CREATE POLICY "round_schools_job" ON "round_schools" AS PERMISSIVE FOR ALL TO "app_job" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "rounds_tenant" ON "rounds" AS RESTRICTIVE FOR ALL TO public USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid)) WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "rounds_read" ON "rounds" AS PERMISSIVE FOR SELECT TO "app_user" USING (true);--> statement-breakpoint
CREATE POLICY "rounds_open" ON "rounds" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['leader','hr']));--> statement-breakpoint
CREATE POLICY "rounds_change" ON "rounds" AS PERMISSIVE FOR UPDATE TO "app_user" USING ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['leader','hr'])) WITH CHECK ((select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array['leader','hr']));--> statement-breakpoint
CREATE POLICY "rounds_job" ON "rounds" AS PERMISSIVE FOR ALL TO "app_job" USING (true) WITH CHECK (true);