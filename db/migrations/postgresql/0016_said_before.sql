ALTER TABLE "sent_key" ADD COLUMN "fingerprint" text;--> statement-breakpoint
CREATE INDEX "sent_key_fingerprint" ON "sent_key" USING btree ("member_id","fingerprint");