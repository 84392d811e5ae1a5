CREATE TABLE `erasure` (
	`member_id` text PRIMARY KEY NOT NULL,
	`comments` integer NOT NULL,
	`started_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mute_muted` ON `mute` (`muted_id`);