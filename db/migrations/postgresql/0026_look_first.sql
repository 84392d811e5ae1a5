ALTER TABLE "assignment" ADD COLUMN "looks_first" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "discussion_group" ON "discussion" USING btree ("audience");