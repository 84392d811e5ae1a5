CREATE TABLE `reconsidered` (
	`comment_id` text PRIMARY KEY NOT NULL,
	`revision_id` text NOT NULL,
	`how` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `revision`(`id`) ON UPDATE no action ON DELETE no action
);
