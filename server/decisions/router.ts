/** Decisions, as those they concern meet them: what may be asked. */
import { z } from "zod";
import { named } from "../inputs";
import { acknowledge } from "../moderation/standing";
import { router, signedIn } from "../trpc";

export const decisions = router({
  acknowledge: signedIn.input(z.object({ decision: named })).mutation(({ ctx, input }) => acknowledge(ctx, input)),
});
