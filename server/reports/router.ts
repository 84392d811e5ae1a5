/** Reports, as readers make and follow them: what may be asked. */
import { z } from "zod";
import { grounds } from "../../domain/moderation/house-rules";
import { named } from "../inputs";
import { ownReports } from "../moderation/own-reports";
import { reportComment } from "../moderation/report";
import { anyone, router, signedIn } from "../trpc";

export const reports = router({
  make: anyone
    .input(z.object({ comment: named, ground: z.enum(grounds), quote: z.string().default(""), note: z.string().default(""), email: z.string().default(""), language: z.enum(["en", "zh"]).default("en") }))
    .mutation(({ ctx, input }) => reportComment(ctx, input)),
  mine: signedIn.input(z.object({ after: named.nullable().default(null) })).query(({ ctx, input }) => ownReports(ctx, input)),
});
