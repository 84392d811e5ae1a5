ALTER TABLE `assignment` ADD `looks_first` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `discussion_group` ON `discussion` (`audience`);