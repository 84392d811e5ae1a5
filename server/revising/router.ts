/** Revising what is published: what may be asked, by editors and administrators alone. */
import { z } from "zod";
import { carryGroups } from "../../domain/carry-over";
import { BLOCK_LENGTH } from "../../domain/editing";
import { source } from "../importing/source-input";
import { named } from "../inputs";
import { editors, router } from "../trpc";
import { beginRevision } from "./begin";
import { decideCarryOver, undoDecision } from "./decide";
import { beginPublishing, beginReview } from "./jobs";
import { passageToChoose } from "./one-passage";
import { passagesToChoose } from "./passages";
import { carryingStatus, review } from "./queries";
import { replaceByImport } from "./replace";

const ofDraft = { slug: named, version: z.int32() };
/** As many as a page of the review shows, and a few. */
const MOST_AT_ONCE = 100;
/** More than anybody looks for at once. */
const QUERY_LENGTH = 200;
const decision = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("accepted") }),
  z.object({ kind: z.literal("detached") }),
  z.object({ kind: z.literal("attached"), number: z.int32(), words: z.object({ start: z.int32(), end: z.int32() }).nullable().default(null), quote: z.string().max(BLOCK_LENGTH).nullable().default(null) }),
]);
const which = z.union([z.object({ threads: z.array(named).min(1).max(MOST_AT_ONCE), seen: named.nullable().default(null) }), z.object({ alike: named })]);

export const revising = router({
  begin: editors.input(z.object({ slug: named })).mutation(({ ctx, input }) => beginRevision(ctx, input)),
  replace: editors.input(z.object({ ...ofDraft, source })).mutation(({ ctx, input }) => replaceByImport(ctx, input)),
  makeReview: editors.input(z.object(ofDraft)).mutation(async ({ ctx, input }) => ({ slug: input.slug, isBegun: (await beginReview(ctx, input)) !== null })),
  carrying: editors.input(z.object({ slug: named })).query(({ ctx, input }) => carryingStatus(ctx, input)),
  review: editors.input(z.object({ slug: named, group: z.enum(carryGroups).nullable().default(null), after: named.nullable().default(null) })).query(({ ctx, input }) => review(ctx, input)),
  passages: editors.input(z.object({ slug: named, thread: named, query: z.string().max(QUERY_LENGTH).default(""), page: z.int32().default(1) })).query(({ ctx, input }) => passagesToChoose(ctx, input)),
  passage: editors.input(z.object({ slug: named, thread: named, number: z.int32() })).query(({ ctx, input }) => passageToChoose(ctx, input)),
  decide: editors.input(z.object({ ...ofDraft, which, decision })).mutation(({ ctx, input }) => decideCarryOver(ctx, input)),
  undo: editors.input(z.object(ofDraft)).mutation(({ ctx, input }) => undoDecision(ctx, input)),
  publish: editors.input(z.object({ ...ofDraft, why: z.string().max(1_000).default(""), agreed: z.boolean().default(false) })).mutation(async ({ ctx, input }) => ({ slug: input.slug, isBegun: (await beginPublishing(ctx, input)) !== null })),
});
