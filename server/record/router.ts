/** The public record: what may be asked. */
import { z } from "zod";
import { named } from "../inputs";
import { administrator, anyone, router } from "../trpc";
import { logFile, logPage, logRowOf } from "./log";
import { redact } from "./redact";
import { reportOf } from "./report";
import { statementsOf } from "./statements";

const order = z.int32().min(1);

export const record = router({
  log: anyone.input(z.object({ after: order.nullable().default(null) })).query(({ ctx, input }) => logPage(ctx, input)),
  row: anyone.input(z.object({ order })).query(({ ctx, input }) => logRowOf(ctx, input)),
  file: anyone.input(z.object({ after: z.int32().min(0).default(0) })).query(({ ctx, input }) => logFile(ctx, input)),
  redact: administrator.input(z.object({ order, why: z.string() })).mutation(({ ctx, input }) => redact(ctx, input)),
  statements: administrator.input(z.object({ month: named.nullable().default(null) })).query(({ ctx, input }) => statementsOf(ctx, input)),
  report: anyone.input(z.object({ month: named.nullable().default(null) })).query(({ ctx, input }) => reportOf(ctx, input)),
});
