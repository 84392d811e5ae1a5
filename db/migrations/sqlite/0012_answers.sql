CREATE TABLE `answer` (
	`thread_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text,
	`text` text,
	`revision` integer,
	`block` integer,
	`comment_id` text,
	`by_member_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`thread_id`, `number`),
	FOREIGN KEY (`thread_id`) REFERENCES `thread`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `proposal` (
	`comment_id` text PRIMARY KEY NOT NULL,
	`discussion_id` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`draft_id` text,
	`accepted_at` integer,
	`accepted_by` text,
	`revision` integer,
	`block` integer,
	FOREIGN KEY (`comment_id`) REFERENCES `comment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`discussion_id`) REFERENCES `discussion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `proposal_draft` ON `proposal` (`draft_id`);--> statement-breakpoint
CREATE INDEX `proposal_revision` ON `proposal` (`discussion_id`,`revision`);--> statement-breakpoint
ALTER TABLE `discussion` ADD `opens_at` integer;--> statement-breakpoint
ALTER TABLE `discussion` ADD `closes_at` integer;--> statement-breakpoint
ALTER TABLE `discussion` ADD `time_zone` text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE `discussion` ADD `prompt` text;--> statement-breakpoint
ALTER TABLE `discussion` ADD `response_at` integer;--> statement-breakpoint
ALTER TABLE `discussion` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `thread` ADD `answer` text;--> statement-breakpoint
ALTER TABLE `thread` ADD `answers` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `thread` ADD `pinned_at` integer;--> statement-breakpoint
CREATE INDEX `thread_answered` ON `thread` (`discussion_id`,`answer`,`last_comment_at`,`id`);--> statement-breakpoint
CREATE INDEX `thread_pinned` ON `thread` (`discussion_id`,`pinned_at`);--> statement-breakpoint
ALTER TABLE `draft` ADD `proposal` text;--> statement-breakpoint
ALTER TABLE `member` ADD `credited` integer DEFAULT false NOT NULL;