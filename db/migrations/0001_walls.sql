-- What Drizzle cannot write: FORCE, so that the owner stands behind the walls too, and the grants.
-- Four verbs at most, never TRUNCATE or REFERENCES; each role only what its work needs.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC', t);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO app_user, app_report, app_job, app_session;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts, memberships, sessions, sign_in_attempts TO app_session;
--> statement-breakpoint
GRANT SELECT, INSERT ON organisations TO app_user;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON schools, people, rounds, trainings TO app_user;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON appointments, role_grants, assessments, goals TO app_user;
--> statement-breakpoint
GRANT SELECT ON round_schools, round_members TO app_user;
--> statement-breakpoint
GRANT SELECT, INSERT ON answers, log_entries TO app_user;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON results TO app_user;
--> statement-breakpoint
GRANT SELECT ON organisations, releases, release_cells, release_response TO app_report;
--> statement-breakpoint
GRANT SELECT ON organisations, schools, people, appointments, assessments, results TO app_job;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rounds, round_schools, round_members TO app_job;
--> statement-breakpoint
GRANT SELECT, INSERT ON releases, release_cells, release_response, release_members TO app_job;
--> statement-breakpoint
GRANT INSERT ON log_entries TO app_job;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON release_queue TO app_job, app_user;
