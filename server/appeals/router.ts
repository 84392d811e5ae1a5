/** Appeals: what may be asked. */
import { z } from "zod";
import { named } from "../inputs";
import { moderator, router, signedIn } from "../trpc";
import { decideAppeal } from "./decide";
import { open, write } from "./mutations";
import { caseOf } from "./queries";

export const appeals = router({
  open: signedIn.input(z.object({ decision: named, body: z.string() })).mutation(({ ctx, input }) => open(ctx, input)),
  write: signedIn.input(z.object({ appeal: named, body: z.string() })).mutation(({ ctx, input }) => write(ctx, input)),
  case: moderator.input(z.object({ appeal: named })).query(({ ctx, input }) => caseOf(ctx, input)),
  decide: moderator.input(z.object({ appeal: named, seen: z.int32(), outcome: z.enum(["upheld", "reversed"]), facts: z.string().default("") })).mutation(({ ctx, input }) => decideAppeal(ctx, input)),
});
