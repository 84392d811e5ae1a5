ALTER TABLE "enrolment" ADD COLUMN "joined_with" text;--> statement-breakpoint
ALTER TABLE "enrolment" ADD COLUMN "account_made" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "enrolment_joined_with" ON "enrolment" USING btree ("joined_with","joined_at");--> statement-breakpoint
CREATE INDEX "class_created" ON "class" USING btree ("created_at","id");