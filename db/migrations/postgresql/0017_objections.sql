CREATE INDEX "appeal_created" ON "appeal" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "queue_item_closed_by" ON "queue_item" USING btree ("closed_by");--> statement-breakpoint
CREATE INDEX "report_decision" ON "report" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "report_created" ON "report" USING btree ("created_at");