/** Answers to threads: what may be asked. */
import { z } from "zod";
import { answerKinds } from "../../domain/answers";
import { named } from "../inputs";
import { anyone, editors, router } from "../trpc";
import { acceptProposal } from "./accept";
import { giveAnswer, pinThread, takeAnswerBack } from "./mutations";
import { answering } from "./queries";
import { response } from "./response";
import { responseFile } from "./response-file";

const ofThread = { thread: named, seen: z.int32().min(0) };

export const answers = router({
  of: editors.input(z.object({ thread: named })).query(({ ctx, input }) => answering(ctx, input)),
  give: editors
    .input(
      z.object({
        ...ofThread,
        kind: z.enum(answerKinds),
        text: z.string().default(""),
        /** Where the adopted words stand: numbers of a revision and of a block in it. */
        change: z.object({ revision: z.int32(), block: z.int32() }).nullable().default(null),
        comment: named.nullable().default(null),
      }),
    )
    .mutation(({ ctx, input }) => giveAnswer(ctx, input)),
  takeBack: editors.input(z.object(ofThread)).mutation(({ ctx, input }) => takeAnswerBack(ctx, input)),
  accept: editors.input(z.object({ comment: named })).mutation(({ ctx, input }) => acceptProposal(ctx, input)),
  response: anyone.input(z.object({ slug: named, after: named.nullable().default(null) })).query(({ ctx, input }) => response(ctx, input)),
  /** As the page tells it, more of it at once; so many an hour. */
  file: anyone.input(z.object({ slug: named, after: named.nullable().default(null) })).mutation(({ ctx, input }) => responseFile(ctx, input)),
  pin: editors.input(z.object({ thread: named, pinned: z.boolean() })).mutation(({ ctx, input }) => pinThread(ctx, input)),
});
