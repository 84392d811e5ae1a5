DROP INDEX "thread_kind";--> statement-breakpoint
CREATE INDEX "thread_kind_newest" ON "thread" USING btree ("discussion_id","kind","last_comment_at","id");--> statement-breakpoint
CREATE INDEX "thread_kind_discussed" ON "thread" USING btree ("discussion_id","kind","comments","id");