CREATE TABLE "carrying" (
	"draft_id" text PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"act" text NOT NULL,
	"version" integer NOT NULL,
	"phase" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"refusal" jsonb,
	"fates" jsonb,
	"kept" integer,
	"decisions" integer DEFAULT 0 NOT NULL,
	"by_member_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "carry_over" ADD COLUMN "nearest_id" text;--> statement-breakpoint
ALTER TABLE "carry_over" ADD COLUMN "computed" jsonb;--> statement-breakpoint
ALTER TABLE "carry_over" ADD COLUMN "decided_in" text;--> statement-breakpoint
ALTER TABLE "carrying" ADD CONSTRAINT "carrying_draft_id_revision_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."revision_draft"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carrying" ADD CONSTRAINT "carrying_by_member_id_member_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;