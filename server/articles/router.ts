/** Articles: what may be asked. */
import { z } from "zod";
import { named } from "../inputs";
import { anyone, router } from "../trpc";
import { articleList, articleView, blockPage, threadPage } from "./queries";
import { wholeDiscussion } from "./whole";

const cursor = z.int32().min(0).default(0);

export const articles = router({
  list: anyone.input(z.object({ after: named.nullable().default(null) })).query(({ ctx, input }) => articleList(ctx, input)),
  view: anyone.input(z.object({ slug: named, revision: z.int32().nullable().default(null) })).query(({ ctx, input }) => articleView(ctx, input)),
  block: anyone.input(z.object({ slug: named, number: z.int32(), after: cursor })).query(({ ctx, input }) => blockPage(ctx, input)),
  thread: anyone
    .input(z.object({ slug: named, thread: named, from: named.nullable().default(null), after: cursor }))
    .query(({ ctx, input }) => threadPage(ctx, input)),
  all: anyone.input(z.object({ slug: named, after: named.nullable().default(null) })).query(({ ctx, input }) => wholeDiscussion(ctx, input)),
});
