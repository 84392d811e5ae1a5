ALTER TABLE "queue_item" ADD COLUMN "asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "queue_item" ADD COLUMN "asked_of" text;--> statement-breakpoint
ALTER TABLE "queue_item" ADD CONSTRAINT "queue_item_asked_of_member_id_fk" FOREIGN KEY ("asked_of") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;