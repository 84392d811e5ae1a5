/** Revisions, as readers and those who commented see them: what may be asked. */
import { z } from "zod";
import { named } from "../inputs";
import { anyone, router, signedIn } from "../trpc";
import { compareRevisions } from "./compare";
import { revisionList } from "./list";
import { changedComments, keepComment } from "./own";

const number = z.int32().min(0);

export const revisions = router({
  list: anyone.input(z.object({ slug: named, after: number.nullable().default(null) })).query(({ ctx, input }) => revisionList(ctx, input)),
  compare: anyone.input(z.object({ slug: named, from: number, to: number, after: number.default(0) })).query(({ ctx, input }) => compareRevisions(ctx, input)),
  changed: signedIn.input(z.object({ after: named.nullable().default(null) })).query(({ ctx, input }) => changedComments(ctx, input)),
  keep: signedIn.input(z.object({ comment: named, revision: number })).mutation(({ ctx, input }) => keepComment(ctx, input)),
});
