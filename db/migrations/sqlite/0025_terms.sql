CREATE TABLE `certificate_holder` (
	`ending_id` text NOT NULL,
	`member_id` text NOT NULL,
	PRIMARY KEY(`member_id`, `ending_id`),
	FOREIGN KEY (`ending_id`) REFERENCES `class_ending`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `class_ending` (
	`id` text PRIMARY KEY NOT NULL,
	`class_id` text,
	`name` text NOT NULL,
	`term` text,
	`time_zone` text NOT NULL,
	`how` text NOT NULL,
	`asked_by` text,
	`asked_by_name` text,
	`asked_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`undone_at` integer,
	`begun_at` integer,
	`done_at` integer,
	`closed_before` integer,
	`counts` text NOT NULL,
	`up_to` text,
	`hash` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`asked_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `class_ending_class` ON `class_ending` (`class_id`,`undone_at`);--> statement-breakpoint
CREATE INDEX `class_ending_due` ON `class_ending` (`done_at`,`undone_at`,`due_at`);--> statement-breakpoint
ALTER TABLE `assignment` ADD `needs_dates` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `class` ADD `reminders` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `participant` ADD `is_replaced` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `decision_discussion` ON `decision` (`discussion_id`,`id`);