CREATE TABLE `revision_map` (
	`revision_id` text PRIMARY KEY NOT NULL,
	`fates` text NOT NULL,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reattachment` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`block_id` text NOT NULL,
	`start` integer,
	`end` integer,
	`by_member_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `thread`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reattachment_thread` ON `reattachment` (`thread_id`,`id`);--> statement-breakpoint
CREATE TABLE `carry_over` (
	`draft_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`discussion_id` text NOT NULL,
	`group` text NOT NULL,
	`old_number` integer NOT NULL,
	`number` integer NOT NULL,
	`block_id` text,
	`start` integer,
	`end` integer,
	`place` text NOT NULL,
	`text` text NOT NULL,
	`method` text NOT NULL,
	`likeness` integer NOT NULL,
	`nearest` integer,
	`decision` text,
	`decided_by` text,
	PRIMARY KEY(`draft_id`, `thread_id`),
	FOREIGN KEY (`draft_id`) REFERENCES `revision_draft`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `thread`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`discussion_id`) REFERENCES `discussion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `carry_over_group` ON `carry_over` (`draft_id`,`group`,`old_number`,`thread_id`);--> statement-breakpoint
ALTER TABLE `revision` ADD `why` text;--> statement-breakpoint
ALTER TABLE `revision` ADD `carried` text;--> statement-breakpoint
ALTER TABLE `placement` ADD `likeness` integer;--> statement-breakpoint
ALTER TABLE `placement` ADD `by_member_id` text REFERENCES member(id);--> statement-breakpoint
ALTER TABLE `revision_draft` ADD `reviewed` integer;