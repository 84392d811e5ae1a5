INSERT INTO "decision" (id, act, subject, member_id, facts, is_automatic, batch, created_at) SELECT id, 'suspend', 'member', id, coalesce(suspended_for, ''), false, id, suspended_at FROM "member" WHERE suspended_at IS NOT NULL;--> statement-breakpoint
INSERT INTO "sanction" (decision_id, member_id, kind, created_at) SELECT id, id, 'suspend', suspended_at FROM "member" WHERE suspended_at IS NOT NULL;--> statement-breakpoint
UPDATE "member" SET suspended_by = id, was_sanctioned = true WHERE suspended_at IS NOT NULL;--> statement-breakpoint
ALTER TABLE "member" DROP COLUMN "suspended_for";