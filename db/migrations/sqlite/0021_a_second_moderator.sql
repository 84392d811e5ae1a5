ALTER TABLE `queue_item` ADD `asked_at` integer;--> statement-breakpoint
ALTER TABLE `queue_item` ADD `asked_of` text REFERENCES member(id);