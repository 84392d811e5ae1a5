ALTER TABLE "queue_item" ADD COLUMN "class_id" text;--> statement-breakpoint
ALTER TABLE "queue_item" ADD CONSTRAINT "queue_item_class_id_class_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."class"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "queue_item_class" ON "queue_item" USING btree ("class_id","closed_at","opened_at","id");