ALTER TABLE "grade" ADD COLUMN "feedback" jsonb;--> statement-breakpoint
CREATE INDEX "extension_enrolment" ON "extension" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "group_member_enrolment" ON "group_member" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "feedback_enrolment" ON "feedback" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "grade_enrolment" ON "grade" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "mark_enrolment" ON "mark" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "notice_subject" ON "notice" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "read_mark_thread" ON "read_mark" USING btree ("thread_id");