/** Articles: what may be asked. */
import { z } from "zod";
import { answerKinds } from "../../domain/answers";
import { commentKinds } from "../../domain/thread";
import { threadOrders } from "../../domain/thread-list";
import { named } from "../inputs";
import { anyone, router } from "../trpc";
import { articleList, articleView, blockPage, threadPage } from "./queries";
import { threadList } from "./thread-list";
import { headOf } from "./visible";
import { wholeDiscussion } from "./whole";

const cursor = z.int32().min(0).default(0);

export const articles = router({
  list: anyone.input(z.object({ after: named.nullable().default(null) })).query(({ ctx, input }) => articleList(ctx, input)),
  head: anyone.input(z.object({ slug: named })).query(({ ctx, input }) => headOf(ctx, input)),
  view: anyone.input(z.object({ slug: named, revision: z.int32().nullable().default(null) })).query(({ ctx, input }) => articleView(ctx, input)),
  block: anyone.input(z.object({ slug: named, number: z.int32(), after: cursor })).query(({ ctx, input }) => blockPage(ctx, input)),
  thread: anyone
    .input(z.object({ slug: named, thread: named, from: named.nullable().default(null), after: cursor }))
    .query(({ ctx, input }) => threadPage(ctx, input)),
  threads: anyone
    .input(
      z.object({
        slug: named,
        order: z.enum(threadOrders).default("place"),
        kind: z.enum(commentKinds).nullable().default(null),
        answer: z.enum([...answerKinds, "none"]).nullable().default(null),
        by: named.nullable().default(null),
        after: named.nullable().default(null),
      }),
    )
    .query(({ ctx, input }) => threadList(ctx, input)),
  all: anyone.input(z.object({ slug: named, after: named.nullable().default(null) })).query(({ ctx, input }) => wholeDiscussion(ctx, input)),
});
