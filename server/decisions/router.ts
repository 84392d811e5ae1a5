/** Decisions, as those they concern meet them: what may be asked. */
import { z } from "zod";
import { named } from "../inputs";
import { acknowledge } from "../moderation/standing";
import { router, signedIn } from "../trpc";
import { statementOn } from "./statement";

const one = z.object({ decision: named });

export const decisions = router({
  statement: signedIn.input(one).query(({ ctx, input }) => statementOn(ctx, input)),
  acknowledge: signedIn.input(one).mutation(({ ctx, input }) => acknowledge(ctx, input)),
});
