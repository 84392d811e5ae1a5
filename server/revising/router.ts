/** Revising what is published: what may be asked, by editors and administrators alone. */
import { z } from "zod";
import { carryGroups } from "../../domain/carry-over";
import { source } from "../importing/source-input";
import { named } from "../inputs";
import { editors, router } from "../trpc";
import { beginRevision } from "./begin";
import { publishRevision } from "./publish";
import { review } from "./queries";
import { replaceByImport } from "./replace";
import { decideCarryOver, makeReview } from "./review";

const ofDraft = { slug: named, version: z.int32() };
/** As many as a page of the review shows, and a few. */
const MOST_AT_ONCE = 100;
const decision = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("accepted") }),
  z.object({ kind: z.literal("detached") }),
  z.object({ kind: z.literal("attached"), number: z.int32(), words: z.object({ start: z.int32(), end: z.int32() }).nullable().default(null) }),
]);

export const revising = router({
  begin: editors.input(z.object({ slug: named })).mutation(({ ctx, input }) => beginRevision(ctx, input)),
  replace: editors.input(z.object({ ...ofDraft, source })).mutation(({ ctx, input }) => replaceByImport(ctx, input)),
  makeReview: editors.input(z.object(ofDraft)).mutation(({ ctx, input }) => makeReview(ctx, input)),
  review: editors.input(z.object({ slug: named, group: z.enum(carryGroups).nullable().default(null), after: named.nullable().default(null) })).query(({ ctx, input }) => review(ctx, input)),
  decide: editors.input(z.object({ ...ofDraft, threads: z.array(named).min(1).max(MOST_AT_ONCE), decision })).mutation(({ ctx, input }) => decideCarryOver(ctx, input)),
  publish: editors.input(z.object({ ...ofDraft, why: z.string().max(1_000).default("") })).mutation(({ ctx, input }) => publishRevision(ctx, input)),
});
