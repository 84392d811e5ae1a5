CREATE TABLE `assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`class_id` text NOT NULL,
	`article_id` text NOT NULL,
	`revision` integer NOT NULL,
	`follows_newest` integer DEFAULT false NOT NULL,
	`title` text NOT NULL,
	`instructions` text DEFAULT '' NOT NULL,
	`set_at` integer,
	`opens_at` integer,
	`comments_due_at` integer,
	`replies_due_at` integer,
	`cut_off_at` integer,
	`time_zone` text NOT NULL,
	`late` text,
	`required` text NOT NULL,
	`kinds` text,
	`gate` text NOT NULL,
	`gate_opened_at` integer,
	`has_pseudonyms` integer DEFAULT false NOT NULL,
	`has_groups` integer DEFAULT false NOT NULL,
	`external_id` text,
	`copied_from` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`class_id`) REFERENCES `class`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignment_class` ON `assignment` (`class_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `assignment_article` ON `assignment` (`article_id`,`follows_newest`);--> statement-breakpoint
CREATE TABLE `extension` (
	`assignment_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`comments_due_at` integer,
	`replies_due_at` integer,
	`cut_off_at` integer,
	`why` text DEFAULT '' NOT NULL,
	`by_member_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`assignment_id`, `enrolment_id`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `gate_opening` (
	`assignment_id` text NOT NULL,
	`member_id` text NOT NULL,
	`comment_id` text,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	PRIMARY KEY(`assignment_id`, `member_id`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `group_member` (
	`assignment_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`group_id` text NOT NULL,
	PRIMARY KEY(`assignment_id`, `enrolment_id`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `study_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `group_member_group` ON `group_member` (`group_id`);--> statement-breakpoint
CREATE TABLE `prompt` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`block` integer,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `prompt_assignment` ON `prompt` (`assignment_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `prompt_thread` (
	`prompt_id` text NOT NULL,
	`group_id` text NOT NULL,
	`thread_id` text NOT NULL,
	PRIMARY KEY(`prompt_id`, `group_id`),
	FOREIGN KEY (`prompt_id`) REFERENCES `prompt`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `study_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `thread`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `prompt_thread_thread` ON `prompt_thread` (`thread_id`);--> statement-breakpoint
CREATE TABLE `pseudonym` (
	`assignment_id` text NOT NULL,
	`member_id` text NOT NULL,
	`name` text NOT NULL,
	`revealed_at` integer,
	PRIMARY KEY(`assignment_id`, `member_id`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pseudonym_name` ON `pseudonym` (`assignment_id`,`name`);--> statement-breakpoint
CREATE TABLE `study_group` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `study_group_number` ON `study_group` (`assignment_id`,`number`);--> statement-breakpoint
CREATE TABLE `access_log` (
	`order` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`class_id` text NOT NULL,
	`member_id` text,
	`what` text NOT NULL,
	`subject_id` text,
	`why` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`class_id`) REFERENCES `class`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `access_log_class` ON `access_log` (`class_id`,`order`);--> statement-breakpoint
CREATE TABLE `enrolment` (
	`id` text PRIMARY KEY NOT NULL,
	`class_id` text NOT NULL,
	`member_id` text,
	`role` text NOT NULL,
	`section_id` text,
	`name` text NOT NULL,
	`email` text,
	`external_id` text,
	`created_at` integer NOT NULL,
	`joined_at` integer,
	`left_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`class_id`) REFERENCES `class`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enrolment_member` ON `enrolment` (`class_id`,`member_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `enrolment_external` ON `enrolment` (`class_id`,`external_id`);--> statement-breakpoint
CREATE INDEX `enrolment_class` ON `enrolment` (`class_id`,`role`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `enrolment_of_member` ON `enrolment` (`member_id`,`class_id`);--> statement-breakpoint
CREATE INDEX `enrolment_email` ON `enrolment` (`email`);--> statement-breakpoint
CREATE TABLE `join_code` (
	`code` text PRIMARY KEY NOT NULL,
	`class_id` text NOT NULL,
	`section_id` text,
	`role` text DEFAULT 'student' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`class_id`) REFERENCES `class`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `join_code_class` ON `join_code` (`class_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `class` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`term` text,
	`language` text DEFAULT 'en' NOT NULL,
	`time_zone` text NOT NULL,
	`external_id` text,
	`copied_from` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	`retain_until` integer NOT NULL,
	`ends_with` text DEFAULT 'pseudonyms' NOT NULL,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `class_retain` ON `class` (`ended_at`,`retain_until`);--> statement-breakpoint
CREATE TABLE `section` (
	`id` text PRIMARY KEY NOT NULL,
	`class_id` text NOT NULL,
	`name` text NOT NULL,
	`external_id` text,
	FOREIGN KEY (`class_id`) REFERENCES `class`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `section_name` ON `section` (`class_id`,`name`);--> statement-breakpoint
ALTER TABLE `participant` ADD `shown_name` text;--> statement-breakpoint
ALTER TABLE `participant` ADD `teaches` text;