CREATE TABLE `former_slug` (
	`slug` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `former_slug_article` ON `former_slug` (`article_id`);--> statement-breakpoint
CREATE TABLE `draft_block` (
	`draft_id` text NOT NULL,
	`block_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`marks` text NOT NULL,
	`shape` text NOT NULL,
	`dropped` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`draft_id`, `block_id`),
	FOREIGN KEY (`draft_id`) REFERENCES `revision_draft`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `draft_block_position` ON `draft_block` (`draft_id`,`position`);--> statement-breakpoint
CREATE TABLE `draft_edit` (
	`draft_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`by_member_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`draft_id`, `number`),
	FOREIGN KEY (`draft_id`) REFERENCES `revision_draft`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `importing` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`what` text NOT NULL,
	`phase` text NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`total` integer,
	`refusal` text,
	`article_id` text,
	`created_at` integer NOT NULL,
	`said_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `importing_member` ON `importing` (`member_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `importing_created` ON `importing` (`created_at`);--> statement-breakpoint
CREATE TABLE `revision_draft` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`based_on` integer NOT NULL,
	`title` text NOT NULL,
	`standfirst` text,
	`byline` text,
	`date` text,
	`source` text,
	`language` text NOT NULL,
	`dropped` text NOT NULL,
	`encoding` text,
	`version` integer DEFAULT 1 NOT NULL,
	`edit` integer DEFAULT 0 NOT NULL,
	`by_member_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `article`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revision_draft_article` ON `revision_draft` (`article_id`);--> statement-breakpoint
CREATE INDEX `revision_draft_updated` ON `revision_draft` (`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `media` (
	`hash` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` blob NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `identity` (
	`id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`member_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identity_subject` ON `identity` (`issuer`,`subject`);--> statement-breakpoint
CREATE INDEX `identity_member` ON `identity` (`member_id`,`id`);--> statement-breakpoint
ALTER TABLE `article` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `article` ADD `withdrawn_why` text;--> statement-breakpoint
ALTER TABLE `member` ADD `display_name` text;--> statement-breakpoint
ALTER TABLE `member` ADD `deleted_at` integer;--> statement-breakpoint
ALTER TABLE `member` ADD `language` text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE `one_time_link` ADD `member_id` text REFERENCES member(id);--> statement-breakpoint
ALTER TABLE `one_time_link` ADD `email` text;--> statement-breakpoint
ALTER TABLE `one_time_link` ADD `next` text;--> statement-breakpoint
CREATE INDEX `one_time_link_member` ON `one_time_link` (`member_id`,`purpose`);--> statement-breakpoint
CREATE INDEX `one_time_link_expires` ON `one_time_link` (`expires_at`);--> statement-breakpoint
ALTER TABLE `session` ADD `seen_at` integer;