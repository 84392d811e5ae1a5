DROP INDEX `queue_item_class`;--> statement-breakpoint
CREATE INDEX `queue_item_class` ON `queue_item` (`class_id`,`closed_at`,`urgency`,`opened_at`,`id`);--> statement-breakpoint
ALTER TABLE `decision` ADD `class_id` text;--> statement-breakpoint
ALTER TABLE `report` ADD `class_id` text;--> statement-breakpoint
UPDATE `report` SET `class_id` = (SELECT `class_id` FROM `queue_item` WHERE `queue_item`.`id` = `report`.`comment_id`);
