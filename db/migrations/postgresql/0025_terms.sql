CREATE TABLE "certificate_holder" (
	"ending_id" text NOT NULL,
	"member_id" text NOT NULL,
	CONSTRAINT "certificate_holder_member_id_ending_id_pk" PRIMARY KEY("member_id","ending_id")
);
--> statement-breakpoint
CREATE TABLE "class_ending" (
	"id" text PRIMARY KEY NOT NULL,
	"class_id" text,
	"name" text NOT NULL,
	"term" text,
	"time_zone" text NOT NULL,
	"how" text NOT NULL,
	"asked_by" text,
	"asked_by_name" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"begun_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"closed_before" timestamp (3) with time zone,
	"counts" jsonb NOT NULL,
	"up_to" text,
	"hash" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assignment" ADD COLUMN "needs_dates" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "class" ADD COLUMN "reminders" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "is_replaced" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "certificate_holder" ADD CONSTRAINT "certificate_holder_ending_id_class_ending_id_fk" FOREIGN KEY ("ending_id") REFERENCES "public"."class_ending"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_holder" ADD CONSTRAINT "certificate_holder_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_ending" ADD CONSTRAINT "class_ending_asked_by_member_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "class_ending_class" ON "class_ending" USING btree ("class_id","undone_at");--> statement-breakpoint
CREATE INDEX "class_ending_due" ON "class_ending" USING btree ("done_at","undone_at","due_at");--> statement-breakpoint
CREATE INDEX "decision_discussion" ON "decision" USING btree ("discussion_id","id");