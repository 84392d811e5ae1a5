/** Reporting a comment: what happens. */
import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Db, Writer } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { comment, participant } from "../../db/schema/discussions";
import { report } from "../../db/schema/moderation";
import { must, type Write } from "../../db/writes";
import { foldedAddress, isPlainAddress } from "../../domain/addresses";
import { type GroundId, severities } from "../../domain/moderation/house-rules";
import { LONGEST_QUOTE, spanOfWords } from "../../domain/moderation/reported-words";
import { canReport, hidesPending, weightOfReport } from "../../domain/moderation/reports";
import { faultOfText, normalised } from "../../domain/text";
import { addressOf, visibleComment, type VisibleComment, visibleDiscussion } from "../comments/visible";
import { toldThatItWaits } from "../class-reports/waiting";
import { countOne } from "../rate";
import { badField, notAllowed, tooMany } from "../refusals";
import { stretchOf } from "../../domain/rates";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { carryOut } from "./deciding";
import { hidden } from "./hide-by-rule";
import { houseSettingsNow } from "./house-settings";
import { waits } from "./item-writes";
import { PUBLIC_CHAIN } from "./log-writes";
import { itemsOf, moderatedComments, waitingReports } from "./subjects";
import { accuracyOfMember } from "./own-reports";

/** `quote`: the very words, as they are read on the page; empty: all of it. `email`: of a visitor, who hears the outcome there. */
export type ReportWish = { comment: string; ground: GroundId; quote: string; note: string; email: string; language: "en" | "zh" };

/** What a reporter adds in their own words. */
export const LONGEST_NOTE = 1_000;

const DAY_MS = 86_400_000;

/**
 * Says that a comment breaks a rule. Reports that weigh enough together hide it in the same unit, until a moderator has looked.
 * @throws Refusal badField quote, note, email; noSuch.comment; notAllowed.ownComment, nothingToReport, reportedAlready; tooMany
 */
export async function reportComment(ctx: Context, input: ReportWish): Promise<{ id: string; slug: string; readAt?: string }> {
  const { reader } = ctx;
  const was = await visibleComment(ctx, input.comment);
  if (was.memberId === reader?.id) throw notAllowed("ownComment");
  if (!canReport(reader, was)) throw notAllowed("nothingToReport");
  const said = checked(input, was, reader !== null);
  const now = ctx.now();
  const [where, house, facts] = await Promise.all([visibleDiscussion(ctx, was.discussionId), houseSettingsNow(ctx.db), reporterFacts(ctx, was, now)]);
  const weight = Math.round(weightOfReport(facts) * 100);
  const rate = settings().rates.reportsADay;
  const row = { id: newId(), commentId: was.id, threadId: was.threadId, classId: was.sight?.classId ?? null, memberId: reader?.id ?? null, language: input.language, ground: input.ground, commentVersion: was.version, weight, createdAt: now, ...said };
  try {
    await carryOut(
      ctx,
      async () => {
        const [open, told] = await Promise.all([openReports(ctx.db, was.id), was.sight ? toldThatItWaits(ctx.db, was.sight.classId, { author: was.memberId, reporter: reader?.id ?? null }, now) : null]);
        const weights = [...open.reports.map((one) => one.weight / 100), weight / 100];
        const ground = heaviest([...open.reports.map((one) => one.ground), input.ground]);
        // In a class its teachers look, and nothing is hidden before.
        const hides = !where.sight && hidesPending(weights, { threshold: house.value.hidesAt });
        const [author] = hides ? await moderatedComments(ctx, [was.id]) : [];
        const caught = { phase: "reports" as const, rule: "reports", span: null, what: "hold" as const, values: { count: weights.length } };
        const hiding = hides ? hidden({ ...was, revisionId: where.revisionId }, caught, author, now) : null;
        const item = { id: was.id, discussionId: was.discussionId, ...(was.sight ? { classId: was.sight.classId } : {}), memberId: was.memberId, ground, caught: hiding ? caught : null, reports: weights.length, weight: Math.round(weights.reduce((sum, one) => sum + one, 0) * 100), isHidden: hides };
        return {
          chain: PUBLIC_CHAIN,
          said: hiding?.said ?? [],
          events: [{ id: newId(), kind: "comment.reported" as const, discussionId: was.discussionId, subjectId: was.id, actorId: reader?.id ?? null, at: now }, ...(hiding?.events ?? [])],
          writes: (w: Writer): Write[] => [
            must(w.insert(report).values(row).onConflictDoNothing(), "report"),
            countOne(w, { what: "report", whom: reader?.id ?? ctx.network }, rate, now),
            // Whoever restricts it meanwhile, or takes it back, comes before or after.
            must(w.update(comment).set({ version: sql`${comment.version}` }).where(and(eq(comment.id, was.id), isNull(comment.deletedAt))), "shown"),
            ...waits(w, open.item, item, now),
            ...(told?.(w) ?? []),
            ...(hiding?.writes(w) ?? []),
          ],
        };
      },
      ["report", "rate", "shown"],
    );
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    if (error.what === "report") throw notAllowed("reportedAlready");
    if (error.what === "shown") throw notAllowed("nothingToReport");
    throw tooMany(stretchOf(now, rate).secondsLeft);
  }
  return { id: was.id, ...addressOf(was) };
}

function checked({ quote, note, email }: ReportWish, { body }: VisibleComment, isMember: boolean) {
  const words = normalised(quote).trim();
  const tooLong = words === "" ? null : faultOfText(words, { most: LONGEST_QUOTE });
  if (tooLong) throw badField("quote", tooLong);
  const span = words === "" ? null : spanOfWords(body, words);
  if (words !== "" && !span) throw badField("quote", { fault: "notInComment" });
  const added = normalised(note).trim();
  const fault = added === "" ? null : faultOfText(added, { most: LONGEST_NOTE });
  if (fault) throw badField("note", fault);
  const address = foldedAddress(email);
  if (!isMember && address === "") throw badField("email", { fault: "addressMissing" });
  if (!isMember && !isPlainAddress(address)) throw badField("email", { fault: "notAnAddress" });
  return { email: isMember ? null : address, note: added, quote: words || null, start: span?.start ?? null, end: span?.end ?? null };
}

async function reporterFacts({ db, reader }: Context, { threadId, discussionId, sight }: VisibleComment, now: Date) {
  if (!reader) return { accuracy: 0.5, repliedThere: false, ageOfAccountDays: 0, visitor: true };
  const [{ accuracy }, replied] = await Promise.all([
    accuracyOfMember(db, reader.id, sight?.classId ?? null),
    db
      .select({ id: comment.id })
      .from(participant)
      .innerJoin(comment, and(eq(comment.participantId, participant.id), eq(comment.threadId, threadId)))
      .where(and(eq(participant.memberId, reader.id), eq(participant.discussionId, discussionId)))
      .limit(1),
  ]);
  return { accuracy, repliedThere: replied.length > 0, ageOfAccountDays: (now.getTime() - reader.createdAt.getTime()) / DAY_MS, visitor: false };
}

async function openReports(db: Db, id: string) {
  const [items, reports] = await Promise.all([itemsOf(db, [id]), waitingReports(db, [id])]);
  return { item: items.get(id) ?? null, reports: reports.get(id) ?? [] };
}

/** The one that cannot wait; of equal ones the first that was named. */
function heaviest(grounds: readonly GroundId[]): GroundId {
  return grounds.reduce((worst, one) => (severities[one] > severities[worst] ? one : worst));
}
