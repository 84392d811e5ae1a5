/** Assignments: what may be asked. To who is not of the class there is none. */
import { z } from "zod";
import { named } from "../inputs";
import { router, signedIn } from "../trpc";
import { readingBlock, readingThread, readingView, readingWhole } from "./reading";

const at = { assignment: named, group: z.int32().nullable().default(null) };
const cursor = z.int32().min(0).default(0);

export const assignments = router({
  view: signedIn.input(z.object(at)).query(({ ctx, input }) => readingView(ctx, input)),
  all: signedIn.input(z.object({ ...at, after: named.nullable().default(null) })).query(({ ctx, input }) => readingWhole(ctx, input)),
  block: signedIn.input(z.object({ ...at, number: z.int32(), after: cursor })).query(({ ctx, input }) => readingBlock(ctx, input)),
  thread: signedIn.input(z.object({ ...at, thread: named, from: named.nullable().default(null), after: cursor })).query(({ ctx, input }) => readingThread(ctx, input)),
});
