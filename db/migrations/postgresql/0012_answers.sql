CREATE TABLE "answer" (
	"thread_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text,
	"text" text,
	"revision" integer,
	"block" integer,
	"comment_id" text,
	"by_member_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answer_thread_id_number_pk" PRIMARY KEY("thread_id","number")
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"comment_id" text PRIMARY KEY NOT NULL,
	"discussion_id" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"draft_id" text,
	"accepted_at" timestamp (3) with time zone,
	"accepted_by" text,
	"revision" integer,
	"block" integer
);
--> statement-breakpoint
ALTER TABLE "discussion" ADD COLUMN "opens_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "discussion" ADD COLUMN "closes_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "discussion" ADD COLUMN "time_zone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE "discussion" ADD COLUMN "prompt" text;--> statement-breakpoint
ALTER TABLE "discussion" ADD COLUMN "response_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "discussion" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "answers" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "pinned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "draft" ADD COLUMN "proposal" text;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "credited" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_by_member_id_member_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_accepted_by_member_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposal_draft" ON "proposal" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "proposal_revision" ON "proposal" USING btree ("discussion_id","revision");--> statement-breakpoint
CREATE INDEX "thread_answered" ON "thread" USING btree ("discussion_id","answer","last_comment_at","id");--> statement-breakpoint
CREATE INDEX "thread_pinned" ON "thread" USING btree ("discussion_id","pinned_at");