CREATE TABLE "former_slug" (
	"slug" text PRIMARY KEY NOT NULL,
	"article_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft_block" (
	"draft_id" text NOT NULL,
	"block_id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"marks" jsonb NOT NULL,
	"shape" jsonb NOT NULL,
	"dropped" boolean DEFAULT false NOT NULL,
	CONSTRAINT "draft_block_draft_id_block_id_pk" PRIMARY KEY("draft_id","block_id")
);
--> statement-breakpoint
CREATE TABLE "draft_edit" (
	"draft_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"by_member_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "draft_edit_draft_id_number_pk" PRIMARY KEY("draft_id","number")
);
--> statement-breakpoint
CREATE TABLE "importing" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"what" text NOT NULL,
	"phase" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"refusal" jsonb,
	"article_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revision_draft" (
	"id" text PRIMARY KEY NOT NULL,
	"article_id" text NOT NULL,
	"based_on" integer NOT NULL,
	"title" text NOT NULL,
	"standfirst" text,
	"byline" text,
	"date" text,
	"source" text,
	"language" text NOT NULL,
	"dropped" jsonb NOT NULL,
	"encoding" text,
	"version" integer DEFAULT 1 NOT NULL,
	"edit" integer DEFAULT 0 NOT NULL,
	"by_member_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "media" (
	"hash" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity" (
	"id" text PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"member_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "article" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "article" ADD COLUMN "withdrawn_why" text;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "display_name" text;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "one_time_link" ADD COLUMN "member_id" text;--> statement-breakpoint
ALTER TABLE "one_time_link" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "one_time_link" ADD COLUMN "next" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "former_slug" ADD CONSTRAINT "former_slug_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_block" ADD CONSTRAINT "draft_block_draft_id_revision_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."revision_draft"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_edit" ADD CONSTRAINT "draft_edit_draft_id_revision_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."revision_draft"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_edit" ADD CONSTRAINT "draft_edit_by_member_id_member_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "importing" ADD CONSTRAINT "importing_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "importing" ADD CONSTRAINT "importing_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_draft" ADD CONSTRAINT "revision_draft_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_draft" ADD CONSTRAINT "revision_draft_by_member_id_member_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity" ADD CONSTRAINT "identity_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "former_slug_article" ON "former_slug" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "draft_block_position" ON "draft_block" USING btree ("draft_id","position");--> statement-breakpoint
CREATE INDEX "importing_member" ON "importing" USING btree ("member_id","created_at");--> statement-breakpoint
CREATE INDEX "importing_created" ON "importing" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "revision_draft_article" ON "revision_draft" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "revision_draft_updated" ON "revision_draft" USING btree ("updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "identity_subject" ON "identity" USING btree ("issuer","subject");--> statement-breakpoint
CREATE INDEX "identity_member" ON "identity" USING btree ("member_id","id");--> statement-breakpoint
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "one_time_link_member" ON "one_time_link" USING btree ("member_id","purpose");--> statement-breakpoint
CREATE INDEX "one_time_link_expires" ON "one_time_link" USING btree ("expires_at");