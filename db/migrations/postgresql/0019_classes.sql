CREATE TABLE "assignment" (
	"id" text PRIMARY KEY NOT NULL,
	"class_id" text NOT NULL,
	"article_id" text NOT NULL,
	"revision" integer NOT NULL,
	"follows_newest" boolean DEFAULT false NOT NULL,
	"title" text NOT NULL,
	"instructions" text DEFAULT '' NOT NULL,
	"set_at" timestamp (3) with time zone,
	"opens_at" timestamp (3) with time zone,
	"comments_due_at" timestamp (3) with time zone,
	"replies_due_at" timestamp (3) with time zone,
	"cut_off_at" timestamp (3) with time zone,
	"time_zone" text NOT NULL,
	"late" jsonb,
	"required" jsonb NOT NULL,
	"kinds" jsonb,
	"gate" jsonb NOT NULL,
	"gate_opened_at" timestamp (3) with time zone,
	"has_pseudonyms" boolean DEFAULT false NOT NULL,
	"has_groups" boolean DEFAULT false NOT NULL,
	"external_id" text,
	"copied_from" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "extension" (
	"assignment_id" text NOT NULL,
	"enrolment_id" text NOT NULL,
	"comments_due_at" timestamp (3) with time zone,
	"replies_due_at" timestamp (3) with time zone,
	"cut_off_at" timestamp (3) with time zone,
	"why" text DEFAULT '' NOT NULL,
	"by_member_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "extension_assignment_id_enrolment_id_pk" PRIMARY KEY("assignment_id","enrolment_id")
);
--> statement-breakpoint
CREATE TABLE "gate_opening" (
	"assignment_id" text NOT NULL,
	"member_id" text NOT NULL,
	"comment_id" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "gate_opening_assignment_id_member_id_pk" PRIMARY KEY("assignment_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "group_member" (
	"assignment_id" text NOT NULL,
	"enrolment_id" text NOT NULL,
	"group_id" text NOT NULL,
	CONSTRAINT "group_member_assignment_id_enrolment_id_pk" PRIMARY KEY("assignment_id","enrolment_id")
);
--> statement-breakpoint
CREATE TABLE "prompt" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"block" integer,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "prompt_thread" (
	"prompt_id" text NOT NULL,
	"group_id" text NOT NULL,
	"thread_id" text NOT NULL,
	CONSTRAINT "prompt_thread_prompt_id_group_id_pk" PRIMARY KEY("prompt_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "pseudonym" (
	"assignment_id" text NOT NULL,
	"member_id" text NOT NULL,
	"name" text NOT NULL,
	"revealed_at" timestamp (3) with time zone,
	CONSTRAINT "pseudonym_assignment_id_member_id_pk" PRIMARY KEY("assignment_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "study_group" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"number" integer NOT NULL,
	"name" text
);
--> statement-breakpoint
CREATE TABLE "access_log" (
	"order" bigserial PRIMARY KEY NOT NULL,
	"class_id" text NOT NULL,
	"member_id" text,
	"what" text NOT NULL,
	"subject_id" text,
	"why" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enrolment" (
	"id" text PRIMARY KEY NOT NULL,
	"class_id" text NOT NULL,
	"member_id" text,
	"role" text NOT NULL,
	"section_id" text,
	"name" text NOT NULL,
	"email" text,
	"external_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"joined_at" timestamp (3) with time zone,
	"left_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "join_code" (
	"code" text PRIMARY KEY NOT NULL,
	"class_id" text NOT NULL,
	"section_id" text,
	"role" text DEFAULT 'student' NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "class" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"term" text,
	"language" text DEFAULT 'en' NOT NULL,
	"time_zone" text NOT NULL,
	"external_id" text,
	"copied_from" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"retain_until" timestamp (3) with time zone NOT NULL,
	"ends_with" text DEFAULT 'pseudonyms' NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "section" (
	"id" text PRIMARY KEY NOT NULL,
	"class_id" text NOT NULL,
	"name" text NOT NULL,
	"external_id" text
);
--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "shown_name" text;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "teaches" text;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_class_id_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."class"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_created_by_member_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_by_member_id_member_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_opening" ADD CONSTRAINT "gate_opening_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_opening" ADD CONSTRAINT "gate_opening_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_group_id_study_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."study_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prompt" ADD CONSTRAINT "prompt_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prompt_thread" ADD CONSTRAINT "prompt_thread_prompt_id_prompt_id_fk" FOREIGN KEY ("prompt_id") REFERENCES "public"."prompt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prompt_thread" ADD CONSTRAINT "prompt_thread_group_id_study_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."study_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prompt_thread" ADD CONSTRAINT "prompt_thread_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pseudonym" ADD CONSTRAINT "pseudonym_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pseudonym" ADD CONSTRAINT "pseudonym_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_group" ADD CONSTRAINT "study_group_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_log" ADD CONSTRAINT "access_log_class_id_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."class"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_log" ADD CONSTRAINT "access_log_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_class_id_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."class"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_code" ADD CONSTRAINT "join_code_class_id_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."class"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_code" ADD CONSTRAINT "join_code_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_code" ADD CONSTRAINT "join_code_created_by_member_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class" ADD CONSTRAINT "class_created_by_member_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section" ADD CONSTRAINT "section_class_id_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."class"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_class" ON "assignment" USING btree ("class_id","created_at","id");--> statement-breakpoint
CREATE INDEX "assignment_article" ON "assignment" USING btree ("article_id","follows_newest");--> statement-breakpoint
CREATE INDEX "group_member_group" ON "group_member" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "prompt_assignment" ON "prompt" USING btree ("assignment_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "prompt_thread_thread" ON "prompt_thread" USING btree ("thread_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pseudonym_name" ON "pseudonym" USING btree ("assignment_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "study_group_number" ON "study_group" USING btree ("assignment_id","number");--> statement-breakpoint
CREATE INDEX "access_log_class" ON "access_log" USING btree ("class_id","order");--> statement-breakpoint
CREATE UNIQUE INDEX "enrolment_member" ON "enrolment" USING btree ("class_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrolment_external" ON "enrolment" USING btree ("class_id","external_id");--> statement-breakpoint
CREATE INDEX "enrolment_class" ON "enrolment" USING btree ("class_id","role","name","id");--> statement-breakpoint
CREATE INDEX "enrolment_of_member" ON "enrolment" USING btree ("member_id","class_id");--> statement-breakpoint
CREATE INDEX "enrolment_email" ON "enrolment" USING btree ("email");--> statement-breakpoint
CREATE INDEX "join_code_class" ON "join_code" USING btree ("class_id","created_at");--> statement-breakpoint
CREATE INDEX "class_retain" ON "class" USING btree ("ended_at","retain_until");--> statement-breakpoint
CREATE UNIQUE INDEX "section_name" ON "section" USING btree ("class_id","name");