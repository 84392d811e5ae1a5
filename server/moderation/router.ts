/** Moderation: what may be asked. */
import { z } from "zod";
import { commentActs, memberActs, MOST_AT_ONCE, threadActs } from "../../domain/moderation/decision";
import { words } from "../comments/to-post";
import { named } from "../inputs";
import { moderator, router } from "../trpc";
import { changeHouseSettings, houseSettingsNow, wishedSettings } from "./house-settings";
import { decideOnComments } from "./on-comments";
import { decideOnMember } from "./on-members";
import { decideOnThread } from "./on-threads";
import { reasons } from "./reasons";
import { undo } from "./undo";

const why = reasons.nullable().default(null);
const seen = z.object({ id: named, seen: z.int32().nullable().default(null) });

export const moderation = router({
  decideComments: moderator.input(z.object({ act: z.enum(commentActs), comments: z.array(seen).min(1).max(MOST_AT_ONCE), reasons: why, batch: named.optional() })).mutation(({ ctx, input }) => decideOnComments(ctx, input)),
  decideThread: moderator
    .input(z.object({ act: z.enum(threadActs), thread: named, reasons: why, to: z.object({ block: z.int32(), words }).optional() }))
    .mutation(({ ctx, input }) => decideOnThread(ctx, input)),
  decideMember: moderator.input(z.object({ act: z.enum(memberActs), member: named, until: z.date().nullable().default(null), reasons: why })).mutation(({ ctx, input }) => decideOnMember(ctx, input)),
  settings: moderator.query(({ ctx }) => houseSettingsNow(ctx.db)),
  changeSettings: moderator.input(wishedSettings.extend({ version: z.int32() })).mutation(({ ctx, input }) => changeHouseSettings(ctx, input)),
  undo: moderator.input(z.object({ batch: named })).mutation(({ ctx, input }) => undo(ctx, input)),
});
