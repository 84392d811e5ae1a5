CREATE TABLE "feedback" (
	"assignment_id" text NOT NULL,
	"enrolment_id" text NOT NULL,
	"about" text NOT NULL,
	"text" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"by_member_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "feedback_assignment_id_enrolment_id_about_pk" PRIMARY KEY("assignment_id","enrolment_id","about")
);
--> statement-breakpoint
CREATE TABLE "grade" (
	"assignment_id" text NOT NULL,
	"enrolment_id" text NOT NULL,
	"number" integer NOT NULL,
	"points" integer NOT NULL,
	"most" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	"hash" text NOT NULL,
	"rule_version" integer NOT NULL,
	"by_member_id" text,
	"released_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "grade_assignment_id_enrolment_id_number_pk" PRIMARY KEY("assignment_id","enrolment_id","number")
);
--> statement-breakpoint
CREATE TABLE "grading_rule" (
	"assignment_id" text NOT NULL,
	"version" integer NOT NULL,
	"rule" jsonb NOT NULL,
	"release" text NOT NULL,
	"release_at" timestamp (3) with time zone,
	"released_at" timestamp (3) with time zone,
	"by_member_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "grading_rule_assignment_id_version_pk" PRIMARY KEY("assignment_id","version")
);
--> statement-breakpoint
CREATE TABLE "mark" (
	"assignment_id" text NOT NULL,
	"enrolment_id" text NOT NULL,
	"hand" integer,
	"levels" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"by_member_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mark_assignment_id_enrolment_id_pk" PRIMARY KEY("assignment_id","enrolment_id")
);
--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_by_member_id_member_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade" ADD CONSTRAINT "grade_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade" ADD CONSTRAINT "grade_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade" ADD CONSTRAINT "grade_by_member_id_member_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grading_rule" ADD CONSTRAINT "grading_rule_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grading_rule" ADD CONSTRAINT "grading_rule_by_member_id_member_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark" ADD CONSTRAINT "mark_assignment_id_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark" ADD CONSTRAINT "mark_enrolment_id_enrolment_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark" ADD CONSTRAINT "mark_by_member_id_member_id_fk" FOREIGN KEY ("by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grading_rule_release" ON "grading_rule" USING btree ("released_at","release_at");