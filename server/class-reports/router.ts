/** What is reported in a class, for those who teach it: what may be asked. To everybody else there is no such page. */
import { z } from "zod";
import { commentActs } from "../../domain/moderation/decision";
import { named } from "../inputs";
import { reasons } from "../moderation/reasons";
import { router, signedIn } from "../trpc";
import { decideInClass, decideOnThreadInClass, doneInClass, undoInClass } from "./acts";
import { classCaseOf } from "./case";
import { moderationLogOf } from "./log";
import { reportsIn } from "./queries";

const one = z.object({ class: named });
const item = one.extend({ item: named });
const batch = one.extend({ batch: named });
const why = reasons.nullable().default(null);

export const classReports = router({
  list: signedIn.input(one.extend({ after: named.nullable().default(null) })).query(({ ctx, input }) => reportsIn(ctx, input)),
  case: signedIn.input(item).query(({ ctx, input }) => classCaseOf(ctx, input)),
  decide: signedIn.input(item.extend({ seen: z.int32().nullable().default(null), act: z.enum(commentActs), reasons: why })).mutation(({ ctx, input }) => decideInClass(ctx, input)),
  decideThread: signedIn.input(one.extend({ thread: named, act: z.enum(["lock", "unlock"]), reasons: why })).mutation(({ ctx, input }) => decideOnThreadInClass(ctx, input)),
  done: signedIn.input(batch).query(({ ctx, input }) => doneInClass(ctx, input)),
  undo: signedIn.input(batch).mutation(({ ctx, input }) => undoInClass(ctx, input)),
  log: signedIn.input(one.extend({ after: z.int().nonnegative().nullable().default(null) })).query(({ ctx, input }) => moderationLogOf(ctx, input)),
});
