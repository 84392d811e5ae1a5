CREATE TABLE `draft` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`discussion_id` text NOT NULL,
	`place` text NOT NULL,
	`block_id` text,
	`comment_id` text,
	`revision_id` text,
	`kind` text,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`slot` integer,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`discussion_id`) REFERENCES `discussion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `draft_place` ON `draft` (`member_id`,`discussion_id`,`place`);--> statement-breakpoint
CREATE UNIQUE INDEX `draft_slot` ON `draft` (`member_id`,`slot`);--> statement-breakpoint
CREATE INDEX `draft_updated` ON `draft` (`member_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `draft_emptied` ON `draft` (`slot`,`updated_at`);--> statement-breakpoint
CREATE TABLE `mute` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`muted_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`muted_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mute_pair` ON `mute` (`member_id`,`muted_id`);--> statement-breakpoint
CREATE INDEX `mute_member` ON `mute` (`member_id`,`id`);--> statement-breakpoint
CREATE TABLE `read_mark` (
	`member_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`discussion_id` text NOT NULL,
	`ranges` text NOT NULL,
	`up_to` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`member_id`, `thread_id`),
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `thread`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`discussion_id`) REFERENCES `discussion`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `read_mark_discussion` ON `read_mark` (`member_id`,`discussion_id`);--> statement-breakpoint
ALTER TABLE `thread` ADD `comments` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `thread` ADD `kind` text;--> statement-breakpoint
CREATE INDEX `thread_newest` ON `thread` (`discussion_id`,`last_comment_at`,`id`);--> statement-breakpoint
CREATE INDEX `thread_discussed` ON `thread` (`discussion_id`,`comments`,`id`);--> statement-breakpoint
CREATE INDEX `thread_kind` ON `thread` (`discussion_id`,`kind`);--> statement-breakpoint
CREATE INDEX `comment_deleted` ON `comment` (`discussion_id`,`deleted_at`);--> statement-breakpoint
UPDATE thread SET comments = (SELECT count(*) FROM comment WHERE comment.thread_id = thread.id AND comment.deleted_at IS NULL), kind = (SELECT comment.kind FROM comment WHERE comment.thread_id = thread.id AND comment.sequence = 1 AND comment.deleted_at IS NULL);