/** Decisions, as those they concern meet them: what may be asked. */
import { z } from "zod";
import { named } from "../inputs";
import { acknowledge } from "../moderation/standing";
import { anyone, router, signedIn } from "../trpc";
import { objectByLink, statementByLink, writeByLink } from "./door";
import { statementOn } from "./statement";

const one = z.object({ decision: named });
/** What a link to the statement of a suspension carries. */
const token = z.object({ token: named });

export const decisions = router({
  statement: signedIn.input(one).query(({ ctx, input }) => statementOn(ctx, input)),
  statementByLink: anyone.input(token).query(({ ctx, input }) => statementByLink(ctx, input)),
  objectByLink: anyone.input(token.extend({ body: z.string() })).mutation(({ ctx, input }) => objectByLink(ctx, input)),
  writeByLink: anyone.input(token.extend({ body: z.string() })).mutation(({ ctx, input }) => writeByLink(ctx, input)),
  acknowledge: signedIn.input(one).mutation(({ ctx, input }) => acknowledge(ctx, input)),
});
