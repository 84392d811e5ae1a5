DROP INDEX "revision_draft_article";--> statement-breakpoint
ALTER TABLE "discussion" ADD COLUMN "placed_on" integer;--> statement-breakpoint
ALTER TABLE "edit" ADD COLUMN "proposal" text;--> statement-breakpoint
ALTER TABLE "carry_over" ADD COLUMN "written_as" text;--> statement-breakpoint
ALTER TABLE "draft_edit" ADD COLUMN "text_before" text;--> statement-breakpoint
ALTER TABLE "draft_edit" ADD COLUMN "text_after" text;--> statement-breakpoint
ALTER TABLE "revision_draft" ADD COLUMN "retired" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "revision_draft" ADD COLUMN "text_in" text;--> statement-breakpoint
ALTER TABLE "revision_draft" ADD COLUMN "text_for" text;--> statement-breakpoint
ALTER TABLE "revision_draft" ADD COLUMN "why" text;--> statement-breakpoint
CREATE INDEX "revision_draft_retired" ON "revision_draft" USING btree ("retired");--> statement-breakpoint
CREATE UNIQUE INDEX "revision_draft_article" ON "revision_draft" USING btree ("article_id","retired");