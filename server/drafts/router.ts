/** Unfinished comments: what may be asked, by their writer alone. */
import { z } from "zod";
import { kind } from "../comments/to-post";
import { named } from "../inputs";
import { router, signedIn } from "../trpc";
import { deleteDraft, saveDraft } from "./mutations";
import { place } from "./place-input";
import { draftAt, drafts as listed } from "./queries";

const at = { discussion: named, place };
const version = z.int32().min(0);

export const drafts = router({
  of: signedIn.input(z.object(at)).query(({ ctx, input }) => draftAt(ctx, input)),
  list: signedIn.input(z.object({ after: named.nullable().default(null) })).query(({ ctx, input }) => listed(ctx, input)),
  save: signedIn
    .input(z.object({ ...at, revision: z.int32().nullable().default(null), kind, body: z.string(), proposal: z.string().nullable().default(null), version }))
    .mutation(({ ctx, input }) => saveDraft(ctx, input)),
  delete: signedIn.input(z.object({ ...at, version })).mutation(({ ctx, input }) => deleteDraft(ctx, input)),
});
