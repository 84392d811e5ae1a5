ALTER TABLE `sent_key` ADD `fingerprint` text;--> statement-breakpoint
CREATE INDEX `sent_key_fingerprint` ON `sent_key` (`member_id`,`fingerprint`);