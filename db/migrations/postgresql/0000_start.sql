CREATE TABLE "article" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"state" text NOT NULL,
	"newest" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "block" (
	"revision_id" text NOT NULL,
	"number" integer NOT NULL,
	"block_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"marks" jsonb NOT NULL,
	"sentences" jsonb NOT NULL,
	"shape" jsonb NOT NULL,
	CONSTRAINT "block_revision_id_number_pk" PRIMARY KEY("revision_id","number")
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"id" text PRIMARY KEY NOT NULL,
	"article_id" text NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"standfirst" text,
	"opening" text NOT NULL,
	"byline" text,
	"date" text,
	"source" text,
	"language" text NOT NULL,
	"outline" jsonb NOT NULL,
	"by_member_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "anchor" (
	"thread_id" text PRIMARY KEY NOT NULL,
	"revision_id" text NOT NULL,
	"block_id" text,
	"first_sentence" integer,
	"last_sentence" integer,
	"quote" text,
	"prefix" text,
	"suffix" text,
	"start" integer,
	"end" integer
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"discussion_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"parent_id" text,
	"depth" integer NOT NULL,
	"sequence" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"replies" integer DEFAULT 0 NOT NULL,
	"kind" text,
	"body" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "discussion" (
	"id" text PRIMARY KEY NOT NULL,
	"article_id" text NOT NULL,
	"audience" text NOT NULL,
	"comments" integer DEFAULT 0 NOT NULL,
	"participants" integer DEFAULT 0 NOT NULL,
	"last_comment_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "edit" (
	"comment_id" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text,
	"body" text NOT NULL,
	"replaced_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "edit_comment_id_version_pk" PRIMARY KEY("comment_id","version")
);
--> statement-breakpoint
CREATE TABLE "heat" (
	"discussion_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"block_number" integer NOT NULL,
	"threads" integer NOT NULL,
	"comments" integer NOT NULL,
	CONSTRAINT "heat_discussion_id_revision_id_block_number_pk" PRIMARY KEY("discussion_id","revision_id","block_number")
);
--> statement-breakpoint
CREATE TABLE "participant" (
	"id" text PRIMARY KEY NOT NULL,
	"discussion_id" text NOT NULL,
	"member_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "placement" (
	"thread_id" text NOT NULL,
	"revision_id" text NOT NULL,
	"discussion_id" text NOT NULL,
	"block_number" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"place" text NOT NULL,
	"text" text NOT NULL,
	"needs_human" boolean DEFAULT false NOT NULL,
	"cause" text NOT NULL,
	CONSTRAINT "placement_thread_id_revision_id_pk" PRIMARY KEY("thread_id","revision_id")
);
--> statement-breakpoint
CREATE TABLE "sent_key" (
	"member_id" text NOT NULL,
	"key" text NOT NULL,
	"subject_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sent_key_member_id_key_pk" PRIMARY KEY("member_id","key")
);
--> statement-breakpoint
CREATE TABLE "thread" (
	"id" text PRIMARY KEY NOT NULL,
	"discussion_id" text NOT NULL,
	"total" integer NOT NULL,
	"last_comment_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waiting_comment" (
	"hash" text PRIMARY KEY NOT NULL,
	"comment" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event" (
	"order" bigserial PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"article_id" text,
	"discussion_id" text,
	"subject_id" text NOT NULL,
	"actor_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"to" text NOT NULL,
	"language" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "member" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_skeleton" text NOT NULL,
	"email" text,
	"confirmed_email" text,
	"password_hash" text,
	"role" text NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"suspended_at" timestamp (3) with time zone,
	"last_comment_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_link" (
	"hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_count" (
	"order" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"version" integer NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "block" ADD CONSTRAINT "block_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision" ADD CONSTRAINT "revision_by_member_id_member_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_participant_id_participant_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussion" ADD CONSTRAINT "discussion_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edit" ADD CONSTRAINT "edit_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "heat" ADD CONSTRAINT "heat_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "heat" ADD CONSTRAINT "heat_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_key" ADD CONSTRAINT "sent_key_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "article_slug" ON "article" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "article_published" ON "article" USING btree ("state","published_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "block_lasting" ON "block" USING btree ("revision_id","block_id");--> statement-breakpoint
CREATE UNIQUE INDEX "revision_number" ON "revision" USING btree ("article_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_sequence" ON "comment" USING btree ("thread_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_reply" ON "comment" USING btree ("parent_id","ordinal");--> statement-breakpoint
CREATE INDEX "comment_participant" ON "comment" USING btree ("participant_id","id");--> statement-breakpoint
CREATE INDEX "comment_discussion" ON "comment" USING btree ("discussion_id","thread_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "discussion_audience" ON "discussion" USING btree ("article_id","audience");--> statement-breakpoint
CREATE UNIQUE INDEX "participant_member" ON "participant" USING btree ("discussion_id","member_id");--> statement-breakpoint
CREATE INDEX "participant_of_member" ON "participant" USING btree ("member_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "placement_block" ON "placement" USING btree ("discussion_id","revision_id","block_number","ordinal");--> statement-breakpoint
CREATE INDEX "placement_first" ON "placement" USING btree ("discussion_id","revision_id","ordinal","block_number");--> statement-breakpoint
CREATE INDEX "sent_key_created" ON "sent_key" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "waiting_comment_created" ON "waiting_comment" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "event_discussion" ON "event" USING btree ("discussion_id","order");--> statement-breakpoint
CREATE INDEX "event_subject" ON "event" USING btree ("subject_id","order");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("sent_at","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "member_name_skeleton" ON "member" USING btree ("name_skeleton");--> statement-breakpoint
CREATE UNIQUE INDEX "member_confirmed_email" ON "member" USING btree ("confirmed_email");--> statement-breakpoint
CREATE INDEX "member_email" ON "member" USING btree ("email","created_at");--> statement-breakpoint
CREATE INDEX "member_role" ON "member" USING btree ("role","id");--> statement-breakpoint
CREATE INDEX "one_time_link_purpose" ON "one_time_link" USING btree ("purpose");--> statement-breakpoint
CREATE UNIQUE INDEX "rate_count_key" ON "rate_count" USING btree ("key","started_at");--> statement-breakpoint
CREATE INDEX "rate_count_started" ON "rate_count" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "session_member" ON "session" USING btree ("member_id","id");