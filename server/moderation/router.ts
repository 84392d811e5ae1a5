/** Moderation: what may be asked. */
import { z } from "zod";
import { commentActs, memberActs, MOST_AT_ONCE, threadActs } from "../../domain/moderation/decision";
import { claimWishes, itemKinds, queueGrounds, SNOOZE } from "../../domain/moderation/queue-wish";
import { words } from "../comments/to-post";
import { named } from "../inputs";
import { moderator, router } from "../trpc";
import { decideOnAll } from "./bulk";
import { askAnother } from "./asking";
import { claim, release, snoozeMember, writeNote } from "./claims";
import { doneIn } from "./done";
import { decideLeft, leftCaseOf } from "../class-reports/by-moderators";
import { itemOf } from "./item";
import { changeHouseSettings, houseSettingsNow, wishedSettings } from "./house-settings";
import { decideOnComments } from "./on-comments";
import { decideOnMember } from "./on-members";
import { decideOnThread } from "./on-threads";
import { passagesFor } from "./passages";
import { nextItem, queue } from "./queue";
import { reasons } from "./reasons";
import { undo } from "./undo";

const why = reasons.nullable().default(null);
const seen = z.object({ id: named, seen: z.int32().nullable().default(null) });
const item = z.object({ item: named });

/** Far beyond any name. */
const LONGEST_NAME = 200;

/** A page of numbered passages; no article has more. */
const MOST_PAGES = 1_000_000;

const wish = z.object({
  kind: z.enum(itemKinds).nullable().default(null),
  ground: z.enum(queueGrounds).nullable().default(null),
  article: named.default(""),
  member: named.default(""),
  claim: z.enum(claimWishes).nullable().default(null),
  snoozed: z.boolean().default(false),
  /** A place of the list. */
  after: named.nullable().default(null),
});

export const moderation = router({
  queue: moderator.input(wish).query(({ ctx, input }) => queue(ctx, input)),
  next: moderator.input(wish).query(({ ctx, input }) => nextItem(ctx, input)),
  item: moderator.input(item).query(({ ctx, input }) => itemOf(ctx, input)),
  classCase: moderator.input(item).query(({ ctx, input }) => leftCaseOf(ctx, input)),
  decideClassCase: moderator.input(item.extend({ seen: z.int32().nullable().default(null), act: z.enum(commentActs), reasons: why })).mutation(({ ctx, input }) => decideLeft(ctx, input)),
  done: moderator.input(z.object({ batch: named })).query(({ ctx, input }) => doneIn(ctx, input)),
  passages: moderator.input(item.extend({ query: z.string().max(200).default(""), page: z.int32().min(1).max(MOST_PAGES).default(1) })).query(({ ctx, input }) => passagesFor(ctx, input)),
  claim: moderator.input(item.extend({ over: z.boolean().default(false) })).mutation(({ ctx, input }) => claim(ctx, input)),
  release: moderator.input(item).mutation(({ ctx, input }) => release(ctx, input)),
  snooze: moderator.input(z.object({ member: named, left: z.int32().min(0).max(SNOOZE.most) })).mutation(({ ctx, input }) => snoozeMember(ctx, input)),
  note: moderator.input(z.object({ about: named, note: z.string() })).mutation(({ ctx, input }) => writeNote(ctx, input)),
  ask: moderator.input(item.extend({ whom: z.string().max(LONGEST_NAME), question: z.string() })).mutation(({ ctx, input }) => askAnother(ctx, input)),
  decideComments: moderator.input(z.object({ act: z.enum(commentActs), comments: z.array(seen).min(1).max(MOST_AT_ONCE), reasons: why, batch: named.optional() })).mutation(({ ctx, input }) => decideOnComments(ctx, input)),
  decideAll: moderator
    .input(z.object({ act: z.enum(["hide", "remove"]), member: named, since: z.date(), after: named.nullable().default(null), batch: named.nullable().default(null), reasons: why }))
    .mutation(({ ctx, input }) => decideOnAll(ctx, input)),
  decideThread: moderator
    .input(z.object({ act: z.enum(threadActs), thread: named, reasons: why, to: z.object({ block: z.int32(), words, quote: z.string().default("") }).optional() }))
    .mutation(({ ctx, input }) => decideOnThread(ctx, input)),
  decideMember: moderator.input(z.object({ act: z.enum(memberActs), member: named, until: z.date().nullable().default(null), reasons: why })).mutation(({ ctx, input }) => decideOnMember(ctx, input)),
  settings: moderator.query(({ ctx }) => houseSettingsNow(ctx.db)),
  changeSettings: moderator.input(wishedSettings.extend({ version: z.int32() })).mutation(({ ctx, input }) => changeHouseSettings(ctx, input)),
  undo: moderator.input(z.object({ batch: named })).mutation(({ ctx, input }) => undo(ctx, input)),
});
