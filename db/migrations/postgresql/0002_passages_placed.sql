ALTER TABLE "placement" ADD COLUMN "start" integer;--> statement-breakpoint
ALTER TABLE "placement" ADD COLUMN "end" integer;