ALTER TABLE `enrolment` ADD `joined_with` text;--> statement-breakpoint
ALTER TABLE `enrolment` ADD `account_made` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `enrolment_joined_with` ON `enrolment` (`joined_with`,`joined_at`);--> statement-breakpoint
CREATE INDEX `class_created` ON `class` (`created_at`,`id`);