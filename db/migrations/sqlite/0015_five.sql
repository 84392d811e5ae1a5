DROP INDEX `revision_draft_article`;--> statement-breakpoint
ALTER TABLE `revision_draft` ADD `retired` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `revision_draft` ADD `text_in` text;--> statement-breakpoint
ALTER TABLE `revision_draft` ADD `text_for` text;--> statement-breakpoint
ALTER TABLE `revision_draft` ADD `why` text;--> statement-breakpoint
CREATE INDEX `revision_draft_retired` ON `revision_draft` (`retired`);--> statement-breakpoint
CREATE UNIQUE INDEX `revision_draft_article` ON `revision_draft` (`article_id`,`retired`);--> statement-breakpoint
ALTER TABLE `discussion` ADD `placed_on` integer;--> statement-breakpoint
ALTER TABLE `edit` ADD `proposal` text;--> statement-breakpoint
ALTER TABLE `carry_over` ADD `written_as` text;--> statement-breakpoint
ALTER TABLE `draft_edit` ADD `text_before` text;--> statement-breakpoint
ALTER TABLE `draft_edit` ADD `text_after` text;