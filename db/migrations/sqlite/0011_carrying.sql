CREATE TABLE `carrying` (
	`draft_id` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`act` text NOT NULL,
	`version` integer NOT NULL,
	`phase` text NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`total` integer,
	`refusal` text,
	`fates` text,
	`kept` integer,
	`decisions` integer DEFAULT 0 NOT NULL,
	`by_member_id` text,
	`created_at` integer NOT NULL,
	`said_at` integer NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `revision_draft`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `carry_over` ADD `nearest_id` text;--> statement-breakpoint
ALTER TABLE `carry_over` ADD `computed` text;--> statement-breakpoint
ALTER TABLE `carry_over` ADD `decided_in` text;