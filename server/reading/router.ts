/** Reading: what may be asked. */
import { z } from "zod";
import { named } from "../inputs";
import { anyone, router, signedIn } from "../trpc";
import { mark, markAll } from "./mutations";
import { catchUp, here } from "./queries";

/** As many threads as a page shows, and twice that. */
const MOST_THREADS = 200;
/** Comments of a thread marked at once: those of a page of it. */
const MOST_SEQUENCES = 500;

const marks = z.array(z.object({ thread: named, sequences: z.array(z.int32().min(1)).max(MOST_SEQUENCES) })).max(MOST_THREADS);

export const reading = router({
  here: anyone.input(z.object({ discussion: named, threads: z.array(named).max(MOST_THREADS).nullable().default(null) })).query(({ ctx, input }) => here(ctx, input)),
  mark: signedIn.input(marks).mutation(({ ctx, input }) => mark(ctx, input)),
  markAll: signedIn.input(z.object({ discussion: named, until: z.iso.datetime() })).mutation(({ ctx, input }) => markAll(ctx, { ...input, until: new Date(input.until) })),
  catchUp: signedIn.input(z.object({ discussion: named, after: named.nullable().default(null) })).query(({ ctx, input }) => catchUp(ctx, input)),
});
