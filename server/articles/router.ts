/** Articles: what may be asked. */
import { z } from "zod";
import { anyone, router } from "../trpc";
import { articleList, articleView, blockPage, threadPage, wholeDiscussion } from "./queries";

const slug = z.string();
const cursor = z.number().int().min(0).default(0);

export const articles = router({
  list: anyone.input(z.object({ after: z.string().nullable().default(null) })).query(({ ctx, input }) => articleList(ctx, input)),
  view: anyone.input(z.object({ slug, revision: z.number().int().nullable().default(null) })).query(({ ctx, input }) => articleView(ctx, input)),
  block: anyone.input(z.object({ slug, number: z.number().int(), after: cursor })).query(({ ctx, input }) => blockPage(ctx, input)),
  thread: anyone
    .input(z.object({ slug, thread: z.string(), from: z.string().nullable().default(null), after: cursor }))
    .query(({ ctx, input }) => threadPage(ctx, input)),
  all: anyone.input(z.object({ slug })).query(({ ctx, input }) => wholeDiscussion(ctx, input)),
});
