CREATE TABLE `feedback` (
	`assignment_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`about` text NOT NULL,
	`text` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`by_member_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`assignment_id`, `enrolment_id`, `about`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `grade` (
	`assignment_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`number` integer NOT NULL,
	`points` integer NOT NULL,
	`most` integer NOT NULL,
	`snapshot` text NOT NULL,
	`hash` text NOT NULL,
	`rule_version` integer NOT NULL,
	`by_member_id` text,
	`released_at` integer NOT NULL,
	PRIMARY KEY(`assignment_id`, `enrolment_id`, `number`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `grading_rule` (
	`assignment_id` text NOT NULL,
	`version` integer NOT NULL,
	`rule` text NOT NULL,
	`release` text NOT NULL,
	`release_at` integer,
	`released_at` integer,
	`by_member_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`assignment_id`, `version`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grading_rule_release` ON `grading_rule` (`released_at`,`release_at`);--> statement-breakpoint
CREATE TABLE `mark` (
	`assignment_id` text NOT NULL,
	`enrolment_id` text NOT NULL,
	`hand` integer,
	`levels` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`by_member_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`assignment_id`, `enrolment_id`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enrolment_id`) REFERENCES `enrolment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
