ALTER TABLE `placement` ADD `start` integer;--> statement-breakpoint
ALTER TABLE `placement` ADD `end` integer;