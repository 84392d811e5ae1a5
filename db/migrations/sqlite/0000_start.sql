CREATE TABLE `article` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`state` text NOT NULL,
	`newest` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `article_slug` ON `article` (`slug`);--> statement-breakpoint
CREATE INDEX `article_published` ON `article` (`state`,`published_at`,`id`);--> statement-breakpoint
CREATE TABLE `block` (
	`revision_id` text NOT NULL,
	`number` integer NOT NULL,
	`block_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`marks` text NOT NULL,
	`sentences` text NOT NULL,
	`shape` text NOT NULL,
	PRIMARY KEY(`revision_id`, `number`),
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `block_lasting` ON `block` (`revision_id`,`block_id`);--> statement-breakpoint
CREATE TABLE `revision` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`standfirst` text,
	`opening` text NOT NULL,
	`byline` text,
	`date` text,
	`source` text,
	`language` text NOT NULL,
	`outline` text NOT NULL,
	`by_member_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revision_number` ON `revision` (`article_id`,`number`);--> statement-breakpoint
CREATE TABLE `anchor` (
	`thread_id` text PRIMARY KEY NOT NULL,
	`revision_id` text NOT NULL,
	`block_id` text,
	`first_sentence` integer,
	`last_sentence` integer,
	`quote` text,
	`prefix` text,
	`suffix` text,
	`start` integer,
	`end` integer,
	FOREIGN KEY (`thread_id`) REFERENCES `thread`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `comment` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`discussion_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`parent_id` text,
	`depth` integer NOT NULL,
	`sequence` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`replies` integer DEFAULT 0 NOT NULL,
	`kind` text,
	`body` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`deleted_at` integer,
	FOREIGN KEY (`thread_id`) REFERENCES `thread`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`discussion_id`) REFERENCES `discussion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant_id`) REFERENCES `participant`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `comment_sequence` ON `comment` (`thread_id`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `comment_reply` ON `comment` (`parent_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `comment_participant` ON `comment` (`participant_id`,`id`);--> statement-breakpoint
CREATE INDEX `comment_discussion` ON `comment` (`discussion_id`,`thread_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `discussion` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`audience` text NOT NULL,
	`comments` integer DEFAULT 0 NOT NULL,
	`participants` integer DEFAULT 0 NOT NULL,
	`last_comment_at` integer,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `discussion_audience` ON `discussion` (`article_id`,`audience`);--> statement-breakpoint
CREATE TABLE `edit` (
	`comment_id` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text,
	`body` text NOT NULL,
	`replaced_at` integer NOT NULL,
	PRIMARY KEY(`comment_id`, `version`),
	FOREIGN KEY (`comment_id`) REFERENCES `comment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `heat` (
	`discussion_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`block_number` integer NOT NULL,
	`threads` integer NOT NULL,
	`comments` integer NOT NULL,
	PRIMARY KEY(`discussion_id`, `revision_id`, `block_number`),
	FOREIGN KEY (`discussion_id`) REFERENCES `discussion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `participant` (
	`id` text PRIMARY KEY NOT NULL,
	`discussion_id` text NOT NULL,
	`member_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`discussion_id`) REFERENCES `discussion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `participant_member` ON `participant` (`discussion_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `participant_of_member` ON `participant` (`member_id`,`id`);--> statement-breakpoint
CREATE TABLE `placement` (
	`thread_id` text NOT NULL,
	`revision_id` text NOT NULL,
	`discussion_id` text NOT NULL,
	`block_number` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`place` text NOT NULL,
	`text` text NOT NULL,
	`needs_human` integer DEFAULT false NOT NULL,
	`cause` text NOT NULL,
	PRIMARY KEY(`thread_id`, `revision_id`),
	FOREIGN KEY (`thread_id`) REFERENCES `thread`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`discussion_id`) REFERENCES `discussion`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `placement_block` ON `placement` (`discussion_id`,`revision_id`,`block_number`,`ordinal`);--> statement-breakpoint
CREATE INDEX `placement_first` ON `placement` (`discussion_id`,`revision_id`,`ordinal`,`block_number`);--> statement-breakpoint
CREATE TABLE `sent_key` (
	`member_id` text NOT NULL,
	`key` text NOT NULL,
	`subject_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `key`),
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sent_key_created` ON `sent_key` (`created_at`);--> statement-breakpoint
CREATE TABLE `thread` (
	`id` text PRIMARY KEY NOT NULL,
	`discussion_id` text NOT NULL,
	`total` integer NOT NULL,
	`last_comment_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`discussion_id`) REFERENCES `discussion`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `waiting_comment` (
	`hash` text PRIMARY KEY NOT NULL,
	`comment` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `waiting_comment_created` ON `waiting_comment` (`created_at`);--> statement-breakpoint
CREATE TABLE `event` (
	`order` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`article_id` text,
	`discussion_id` text,
	`subject_id` text NOT NULL,
	`actor_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `event_discussion` ON `event` (`discussion_id`,`order`);--> statement-breakpoint
CREATE INDEX `event_subject` ON `event` (`subject_id`,`order`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`to` text NOT NULL,
	`language` text NOT NULL,
	`content` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`claimed_at` integer,
	`sent_at` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`sent_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `member` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_skeleton` text NOT NULL,
	`email` text,
	`confirmed_email` text,
	`password_hash` text,
	`role` text NOT NULL,
	`session_version` integer DEFAULT 1 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`suspended_at` integer,
	`last_comment_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_name_skeleton` ON `member` (`name_skeleton`);--> statement-breakpoint
CREATE UNIQUE INDEX `member_confirmed_email` ON `member` (`confirmed_email`);--> statement-breakpoint
CREATE INDEX `member_email` ON `member` (`email`,`created_at`);--> statement-breakpoint
CREATE INDEX `member_role` ON `member` (`role`,`id`);--> statement-breakpoint
CREATE TABLE `one_time_link` (
	`hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `one_time_link_purpose` ON `one_time_link` (`purpose`);--> statement-breakpoint
CREATE TABLE `rate_count` (
	`order` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`started_at` integer NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_count_key` ON `rate_count` (`key`,`started_at`);--> statement-breakpoint
CREATE INDEX `rate_count_started` ON `rate_count` (`started_at`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`version` integer NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_member` ON `session` (`member_id`,`id`);