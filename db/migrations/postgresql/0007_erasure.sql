CREATE TABLE "erasure" (
	"member_id" text PRIMARY KEY NOT NULL,
	"comments" boolean NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mute_muted" ON "mute" USING btree ("muted_id");