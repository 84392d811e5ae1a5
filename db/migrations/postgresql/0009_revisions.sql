CREATE TABLE "revision_map" (
	"revision_id" text PRIMARY KEY NOT NULL,
	"fates" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reattachment" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"block_id" text NOT NULL,
	"start" integer,
	"end" integer,
	"by_member_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "carry_over" (
	"draft_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"discussion_id" text NOT NULL,
	"group" text NOT NULL,
	"old_number" integer NOT NULL,
	"number" integer NOT NULL,
	"block_id" text,
	"start" integer,
	"end" integer,
	"place" text NOT NULL,
	"text" text NOT NULL,
	"method" text NOT NULL,
	"likeness" integer NOT NULL,
	"nearest" integer,
	"decision" text,
	"decided_by" text,
	CONSTRAINT "carry_over_draft_id_thread_id_pk" PRIMARY KEY("draft_id","thread_id")
);
--> statement-breakpoint
ALTER TABLE "revision" ADD COLUMN "why" text;--> statement-breakpoint
ALTER TABLE "revision" ADD COLUMN "carried" jsonb;--> statement-breakpoint
ALTER TABLE "placement" ADD COLUMN "likeness" integer;--> statement-breakpoint
ALTER TABLE "placement" ADD COLUMN "by_member_id" text;--> statement-breakpoint
ALTER TABLE "revision_draft" ADD COLUMN "reviewed" integer;--> statement-breakpoint
ALTER TABLE "revision_map" ADD CONSTRAINT "revision_map_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reattachment" ADD CONSTRAINT "reattachment_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reattachment" ADD CONSTRAINT "reattachment_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reattachment" ADD CONSTRAINT "reattachment_by_member_id_member_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over" ADD CONSTRAINT "carry_over_draft_id_revision_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."revision_draft"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over" ADD CONSTRAINT "carry_over_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over" ADD CONSTRAINT "carry_over_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carry_over" ADD CONSTRAINT "carry_over_decided_by_member_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reattachment_thread" ON "reattachment" USING btree ("thread_id","id");--> statement-breakpoint
CREATE INDEX "carry_over_group" ON "carry_over" USING btree ("draft_id","group","old_number","thread_id");--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_by_member_id_member_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;