CREATE INDEX `appeal_created` ON `appeal` (`created_at`);--> statement-breakpoint
CREATE INDEX `queue_item_closed_by` ON `queue_item` (`closed_by`);--> statement-breakpoint
CREATE INDEX `report_decision` ON `report` (`decision_id`);--> statement-breakpoint
CREATE INDEX `report_created` ON `report` (`created_at`);