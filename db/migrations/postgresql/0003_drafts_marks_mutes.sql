CREATE TABLE "draft" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"discussion_id" text NOT NULL,
	"place" text NOT NULL,
	"block_id" text,
	"comment_id" text,
	"revision_id" text,
	"kind" text,
	"body" text NOT NULL,
	"version" integer NOT NULL,
	"slot" integer,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mute" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"muted_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read_mark" (
	"member_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"discussion_id" text NOT NULL,
	"ranges" text NOT NULL,
	"up_to" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "read_mark_member_id_thread_id_pk" PRIMARY KEY("member_id","thread_id")
);
--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "comments" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mute" ADD CONSTRAINT "mute_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mute" ADD CONSTRAINT "mute_muted_id_member_id_fk" FOREIGN KEY ("muted_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_mark" ADD CONSTRAINT "read_mark_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_mark" ADD CONSTRAINT "read_mark_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_mark" ADD CONSTRAINT "read_mark_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "draft_place" ON "draft" USING btree ("member_id","discussion_id","place");--> statement-breakpoint
CREATE UNIQUE INDEX "draft_slot" ON "draft" USING btree ("member_id","slot");--> statement-breakpoint
CREATE INDEX "draft_updated" ON "draft" USING btree ("member_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "draft_emptied" ON "draft" USING btree ("slot","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "mute_pair" ON "mute" USING btree ("member_id","muted_id");--> statement-breakpoint
CREATE INDEX "mute_member" ON "mute" USING btree ("member_id","id");--> statement-breakpoint
CREATE INDEX "read_mark_discussion" ON "read_mark" USING btree ("member_id","discussion_id");--> statement-breakpoint
CREATE INDEX "comment_deleted" ON "comment" USING btree ("discussion_id","deleted_at");--> statement-breakpoint
CREATE INDEX "thread_newest" ON "thread" USING btree ("discussion_id","last_comment_at","id");--> statement-breakpoint
CREATE INDEX "thread_discussed" ON "thread" USING btree ("discussion_id","comments","id");--> statement-breakpoint
CREATE INDEX "thread_kind" ON "thread" USING btree ("discussion_id","kind");--> statement-breakpoint
UPDATE thread SET comments = (SELECT count(*) FROM comment WHERE comment.thread_id = thread.id AND comment.deleted_at IS NULL), kind = (SELECT comment.kind FROM comment WHERE comment.thread_id = thread.id AND comment.sequence = 1 AND comment.deleted_at IS NULL);