CREATE TABLE "decision" (
	"id" text PRIMARY KEY NOT NULL,
	"act" text NOT NULL,
	"subject" text NOT NULL,
	"comment_id" text,
	"thread_id" text,
	"member_id" text,
	"discussion_id" text,
	"article_id" text,
	"ground" text,
	"law" text,
	"facts" text NOT NULL,
	"is_automatic" boolean NOT NULL,
	"caught" jsonb,
	"until" timestamp (3) with time zone,
	"by_member_id" text,
	"by_role" text,
	"before" jsonb,
	"replaces" text,
	"reverses" text,
	"reversed_by" text,
	"batch" text NOT NULL,
	"appeal_until" timestamp (3) with time zone,
	"undone_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appeal" (
	"id" text PRIMARY KEY NOT NULL,
	"decision_id" text NOT NULL,
	"member_id" text NOT NULL,
	"outcome" text,
	"result_id" text,
	"decided_by" text,
	"closed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appeal_note" (
	"id" text PRIMARY KEY NOT NULL,
	"appeal_id" text NOT NULL,
	"by_member_id" text NOT NULL,
	"is_by_moderator" boolean NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "held" (
	"id" text PRIMARY KEY NOT NULL,
	"discussion_id" text NOT NULL,
	"member_id" text NOT NULL,
	"post" jsonb NOT NULL,
	"decision_id" text NOT NULL,
	"refused_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_chain" (
	"chain" text PRIMARY KEY NOT NULL,
	"length" integer NOT NULL,
	"head" text NOT NULL,
	"secret" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_row" (
	"chain" text NOT NULL,
	"order" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"decision" text NOT NULL,
	"act" text NOT NULL,
	"object" text NOT NULL,
	"place" text,
	"ground" text,
	"automated" text NOT NULL,
	"role" text NOT NULL,
	"alias" text NOT NULL,
	"until" timestamp (3) with time zone,
	"about" text,
	"batch" text,
	"reason" text,
	"reason_salt" text,
	"reason_hash" text,
	"citation" text,
	"citation_salt" text,
	"citation_hash" text,
	"redacted_at" timestamp (3) with time zone,
	"link" text NOT NULL,
	CONSTRAINT "log_row_chain_order_pk" PRIMARY KEY("chain","order")
);
--> statement-breakpoint
CREATE TABLE "moderation_setting" (
	"id" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"version" integer NOT NULL,
	"changed_by" text,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "moderator_note" (
	"id" text PRIMARY KEY NOT NULL,
	"subject_id" text NOT NULL,
	"by_member_id" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"kind" text NOT NULL,
	"decision_id" text,
	"subject_id" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "queue_item" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"discussion_id" text,
	"member_id" text NOT NULL,
	"ground" text NOT NULL,
	"caught" jsonb,
	"reports" integer DEFAULT 0 NOT NULL,
	"weight" integer DEFAULT 0 NOT NULL,
	"is_hidden" boolean DEFAULT false NOT NULL,
	"urgency" integer NOT NULL,
	"is_snoozed" boolean DEFAULT false NOT NULL,
	"claimed_by" text,
	"claimed_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" text PRIMARY KEY NOT NULL,
	"comment_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"member_id" text,
	"email" text,
	"language" text NOT NULL,
	"ground" text NOT NULL,
	"note" text NOT NULL,
	"quote" text,
	"start" integer,
	"end" integer,
	"comment_version" integer NOT NULL,
	"weight" integer NOT NULL,
	"outcome" text,
	"decision_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sanction" (
	"decision_id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"kind" text NOT NULL,
	"until" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"acknowledged_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sealed" (
	"comment_id" text PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snooze" (
	"member_id" text PRIMARY KEY NOT NULL,
	"left" integer NOT NULL,
	"by_member_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "restricted_by" text;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "restriction" text;--> statement-breakpoint
ALTER TABLE "discussion" ADD COLUMN "mode" text;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "locked_by" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "cause_id" text;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "suspended_by" text;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "suspended_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "was_sanctioned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_by_member_id_member_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_result_id_decision_id_fk" FOREIGN KEY ("result_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decided_by_member_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_note" ADD CONSTRAINT "appeal_note_appeal_id_appeal_id_fk" FOREIGN KEY ("appeal_id") REFERENCES "public"."appeal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_note" ADD CONSTRAINT "appeal_note_by_member_id_member_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held" ADD CONSTRAINT "held_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held" ADD CONSTRAINT "held_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held" ADD CONSTRAINT "held_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held" ADD CONSTRAINT "held_refused_by_decision_id_fk" FOREIGN KEY ("refused_by") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "log_row" ADD CONSTRAINT "log_row_decision_decision_id_fk" FOREIGN KEY ("decision") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_setting" ADD CONSTRAINT "moderation_setting_changed_by_member_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderator_note" ADD CONSTRAINT "moderator_note_by_member_id_member_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_item" ADD CONSTRAINT "queue_item_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_item" ADD CONSTRAINT "queue_item_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_item" ADD CONSTRAINT "queue_item_claimed_by_member_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_item" ADD CONSTRAINT "queue_item_closed_by_decision_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed" ADD CONSTRAINT "sealed_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snooze" ADD CONSTRAINT "snooze_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snooze" ADD CONSTRAINT "snooze_by_member_id_member_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decision_member" ON "decision" USING btree ("member_id","id");--> statement-breakpoint
CREATE INDEX "decision_comment" ON "decision" USING btree ("comment_id","id");--> statement-breakpoint
CREATE INDEX "decision_thread" ON "decision" USING btree ("thread_id","id");--> statement-breakpoint
CREATE INDEX "decision_batch" ON "decision" USING btree ("batch","id");--> statement-breakpoint
CREATE INDEX "decision_by" ON "decision" USING btree ("by_member_id","id");--> statement-breakpoint
CREATE INDEX "decision_created" ON "decision" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "decision_appeal" ON "decision" USING btree ("appeal_until");--> statement-breakpoint
CREATE UNIQUE INDEX "appeal_decision" ON "appeal" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "appeal_member" ON "appeal" USING btree ("member_id","id");--> statement-breakpoint
CREATE INDEX "appeal_closed" ON "appeal" USING btree ("closed_at");--> statement-breakpoint
CREATE INDEX "appeal_note_appeal" ON "appeal_note" USING btree ("appeal_id","id");--> statement-breakpoint
CREATE INDEX "held_member" ON "held" USING btree ("member_id","id");--> statement-breakpoint
CREATE INDEX "held_discussion" ON "held" USING btree ("discussion_id","id");--> statement-breakpoint
CREATE INDEX "log_row_decision" ON "log_row" USING btree ("decision");--> statement-breakpoint
CREATE INDEX "moderator_note_subject" ON "moderator_note" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "notice_member" ON "notice" USING btree ("member_id","read_at","id");--> statement-breakpoint
CREATE INDEX "notice_decision" ON "notice" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "queue_item_open" ON "queue_item" USING btree ("closed_at","is_snoozed","urgency","opened_at","id");--> statement-breakpoint
CREATE INDEX "queue_item_member" ON "queue_item" USING btree ("member_id","closed_at","id");--> statement-breakpoint
CREATE INDEX "queue_item_ground" ON "queue_item" USING btree ("ground","closed_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_member" ON "report" USING btree ("comment_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_email" ON "report" USING btree ("comment_id","email");--> statement-breakpoint
CREATE INDEX "report_of_member" ON "report" USING btree ("member_id","id");--> statement-breakpoint
CREATE INDEX "report_thread" ON "report" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE INDEX "sanction_member" ON "sanction" USING btree ("member_id","ended_at","kind");--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_restricted_by_decision_id_fk" FOREIGN KEY ("restricted_by") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_locked_by_decision_id_fk" FOREIGN KEY ("locked_by") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_cause" ON "outbox" USING btree ("cause_id");