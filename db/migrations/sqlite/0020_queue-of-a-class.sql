ALTER TABLE `queue_item` ADD `class_id` text REFERENCES class(id);--> statement-breakpoint
CREATE INDEX `queue_item_class` ON `queue_item` (`class_id`,`closed_at`,`opened_at`,`id`);