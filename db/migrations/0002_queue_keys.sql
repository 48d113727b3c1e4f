CREATE TABLE "queue_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"session_id" text NOT NULL,
	"key" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "queue_keys_length" CHECK (octet_length("queue_keys"."key") = 32)
);
--> statement-breakpoint
ALTER TABLE "queue_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "shared" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "queue_keys" ADD CONSTRAINT "queue_keys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "queue_keys_session" ON "queue_keys" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "queue_keys_account" ON "queue_keys" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "queue_keys_created" ON "queue_keys" USING btree ("created_at");--> statement-breakpoint
CREATE POLICY "queue_keys_session" ON "queue_keys" AS PERMISSIVE FOR ALL TO "app_session" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE "queue_keys" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE ALL ON "queue_keys" FROM PUBLIC;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON "queue_keys" TO app_session;
