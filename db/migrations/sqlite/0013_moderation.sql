CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`act` text NOT NULL,
	`subject` text NOT NULL,
	`comment_id` text,
	`thread_id` text,
	`member_id` text,
	`discussion_id` text,
	`article_id` text,
	`ground` text,
	`law` text,
	`facts` text NOT NULL,
	`is_automatic` integer NOT NULL,
	`caught` text,
	`until` integer,
	`by_member_id` text,
	`by_role` text,
	`before` text,
	`replaces` text,
	`reverses` text,
	`reversed_by` text,
	`batch` text NOT NULL,
	`appeal_until` integer,
	`undone_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decision_member` ON `decision` (`member_id`,`id`);--> statement-breakpoint
CREATE INDEX `decision_comment` ON `decision` (`comment_id`,`id`);--> statement-breakpoint
CREATE INDEX `decision_thread` ON `decision` (`thread_id`,`id`);--> statement-breakpoint
CREATE INDEX `decision_batch` ON `decision` (`batch`,`id`);--> statement-breakpoint
CREATE INDEX `decision_by` ON `decision` (`by_member_id`,`id`);--> statement-breakpoint
CREATE INDEX `decision_created` ON `decision` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `decision_appeal` ON `decision` (`appeal_until`);--> statement-breakpoint
CREATE TABLE `appeal` (
	`id` text PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`member_id` text NOT NULL,
	`outcome` text,
	`result_id` text,
	`decided_by` text,
	`closed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`result_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appeal_decision` ON `appeal` (`decision_id`);--> statement-breakpoint
CREATE INDEX `appeal_member` ON `appeal` (`member_id`,`id`);--> statement-breakpoint
CREATE INDEX `appeal_closed` ON `appeal` (`closed_at`);--> statement-breakpoint
CREATE TABLE `appeal_note` (
	`id` text PRIMARY KEY NOT NULL,
	`appeal_id` text NOT NULL,
	`by_member_id` text NOT NULL,
	`is_by_moderator` integer NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`appeal_id`) REFERENCES `appeal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appeal_note_appeal` ON `appeal_note` (`appeal_id`,`id`);--> statement-breakpoint
CREATE TABLE `held` (
	`id` text PRIMARY KEY NOT NULL,
	`discussion_id` text NOT NULL,
	`member_id` text NOT NULL,
	`post` text NOT NULL,
	`decision_id` text NOT NULL,
	`refused_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`discussion_id`) REFERENCES `discussion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`refused_by`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `held_member` ON `held` (`member_id`,`id`);--> statement-breakpoint
CREATE INDEX `held_discussion` ON `held` (`discussion_id`,`id`);--> statement-breakpoint
CREATE TABLE `log_chain` (
	`chain` text PRIMARY KEY NOT NULL,
	`length` integer NOT NULL,
	`head` text NOT NULL,
	`secret` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `log_row` (
	`chain` text NOT NULL,
	`order` integer NOT NULL,
	`at` integer NOT NULL,
	`decision` text NOT NULL,
	`act` text NOT NULL,
	`object` text NOT NULL,
	`place` text,
	`ground` text,
	`automated` text NOT NULL,
	`role` text NOT NULL,
	`alias` text NOT NULL,
	`until` integer,
	`about` text,
	`batch` text,
	`reason` text,
	`reason_salt` text,
	`reason_hash` text,
	`citation` text,
	`citation_salt` text,
	`citation_hash` text,
	`redacted_at` integer,
	`link` text NOT NULL,
	PRIMARY KEY(`chain`, `order`),
	FOREIGN KEY (`decision`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `log_row_decision` ON `log_row` (`decision`);--> statement-breakpoint
CREATE TABLE `moderation_setting` (
	`id` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`version` integer NOT NULL,
	`changed_by` text,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`changed_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `moderator_note` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_id` text NOT NULL,
	`by_member_id` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `moderator_note_subject` ON `moderator_note` (`subject_id`,`id`);--> statement-breakpoint
CREATE TABLE `notice` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`decision_id` text,
	`subject_id` text NOT NULL,
	`due_at` integer NOT NULL,
	`read_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notice_member` ON `notice` (`member_id`,`read_at`,`id`);--> statement-breakpoint
CREATE INDEX `notice_decision` ON `notice` (`decision_id`);--> statement-breakpoint
CREATE TABLE `queue_item` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`discussion_id` text,
	`member_id` text NOT NULL,
	`ground` text NOT NULL,
	`caught` text,
	`reports` integer DEFAULT 0 NOT NULL,
	`weight` integer DEFAULT 0 NOT NULL,
	`is_hidden` integer DEFAULT false NOT NULL,
	`urgency` integer NOT NULL,
	`is_snoozed` integer DEFAULT false NOT NULL,
	`claimed_by` text,
	`claimed_at` integer,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`discussion_id`) REFERENCES `discussion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claimed_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `queue_item_open` ON `queue_item` (`closed_at`,`is_snoozed`,`urgency`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `queue_item_member` ON `queue_item` (`member_id`,`closed_at`,`id`);--> statement-breakpoint
CREATE INDEX `queue_item_ground` ON `queue_item` (`ground`,`closed_at`,`id`);--> statement-breakpoint
CREATE TABLE `report` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`member_id` text,
	`email` text,
	`language` text NOT NULL,
	`ground` text NOT NULL,
	`note` text NOT NULL,
	`quote` text,
	`start` integer,
	`end` integer,
	`comment_version` integer NOT NULL,
	`weight` integer NOT NULL,
	`outcome` text,
	`decision_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `thread`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_member` ON `report` (`comment_id`,`member_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `report_email` ON `report` (`comment_id`,`email`);--> statement-breakpoint
CREATE INDEX `report_of_member` ON `report` (`member_id`,`id`);--> statement-breakpoint
CREATE INDEX `report_thread` ON `report` (`thread_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `sanction` (
	`decision_id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`until` integer,
	`ended_at` integer,
	`acknowledged_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sanction_member` ON `sanction` (`member_id`,`ended_at`,`kind`);--> statement-breakpoint
CREATE TABLE `sealed` (
	`comment_id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`sealed_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `snooze` (
	`member_id` text PRIMARY KEY NOT NULL,
	`left` integer NOT NULL,
	`by_member_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `comment` ADD `restricted_by` text REFERENCES decision(id);--> statement-breakpoint
ALTER TABLE `comment` ADD `restriction` text;--> statement-breakpoint
ALTER TABLE `discussion` ADD `mode` text;--> statement-breakpoint
ALTER TABLE `thread` ADD `locked_by` text REFERENCES decision(id);--> statement-breakpoint
ALTER TABLE `outbox` ADD `cause_id` text;--> statement-breakpoint
CREATE INDEX `outbox_cause` ON `outbox` (`cause_id`);--> statement-breakpoint
ALTER TABLE `member` ADD `suspended_by` text;--> statement-breakpoint
ALTER TABLE `member` ADD `suspended_until` integer;--> statement-breakpoint
ALTER TABLE `member` ADD `was_sanctioned` integer DEFAULT false NOT NULL;