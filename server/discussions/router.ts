/** Discussions: what may be asked, by editors and administrators alone. */
import { z } from "zod";
import { named } from "../inputs";
import { editors, router } from "../trpc";
import { changeDiscussion, publishResponse } from "./mutations";
import { discussionToEdit } from "./queries";

export const discussions = router({
  settings: editors.input(z.object({ slug: named })).query(({ ctx, input }) => discussionToEdit(ctx, input)),
  change: editors
    .input(z.object({ slug: named, version: z.int32(), opensAt: z.string(), closesAt: z.string(), timeZone: z.string(), prompt: z.string(), mode: z.enum(["after", "before"]).nullable().default(null) }))
    .mutation(({ ctx, input }) => changeDiscussion(ctx, input)),
  publishResponse: editors.input(z.object({ slug: named, published: z.boolean() })).mutation(({ ctx, input }) => publishResponse(ctx, input)),
});
