ALTER TABLE `grade` ADD `feedback` text;--> statement-breakpoint
CREATE INDEX `grade_enrolment` ON `grade` (`enrolment_id`);--> statement-breakpoint
CREATE INDEX `extension_enrolment` ON `extension` (`enrolment_id`);--> statement-breakpoint
CREATE INDEX `group_member_enrolment` ON `group_member` (`enrolment_id`);--> statement-breakpoint
CREATE INDEX `feedback_enrolment` ON `feedback` (`enrolment_id`);--> statement-breakpoint
CREATE INDEX `mark_enrolment` ON `mark` (`enrolment_id`);--> statement-breakpoint
CREATE INDEX `notice_subject` ON `notice` (`subject_id`);--> statement-breakpoint
CREATE INDEX `read_mark_thread` ON `read_mark` (`thread_id`);