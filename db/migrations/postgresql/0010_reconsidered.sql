CREATE TABLE "reconsidered" (
	"comment_id" text PRIMARY KEY NOT NULL,
	"revision_id" text NOT NULL,
	"how" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reconsidered" ADD CONSTRAINT "reconsidered_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconsidered" ADD CONSTRAINT "reconsidered_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;