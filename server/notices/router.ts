/** Notices: what may be asked. */
import { z } from "zod";
import { named } from "../inputs";
import { router, signedIn } from "../trpc";
import { markAll, markOf } from "./mutations";
import { list } from "./queries";

export const notices = router({
  list: signedIn.input(z.object({ after: named.nullable().default(null) })).query(({ ctx, input }) => list(ctx, input)),
  markAll: signedIn.input(z.object({ until: z.iso.datetime() })).mutation(({ ctx, input }) => markAll(ctx, { until: new Date(input.until) })),
  markOf: signedIn.input(z.object({ subject: named })).mutation(({ ctx, input }) => markOf(ctx, input)),
});
