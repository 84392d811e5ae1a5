/** Ends of classes: what may be asked. To who does not teach the class there is no such page. */
import { z } from "zod";
import { endings as ways } from "../../domain/classroom/classes";
import { named } from "../inputs";
import { router, signedIn } from "../trpc";
import { beginEnd, keepUntil, undoEnd } from "./begin";
import { certificate, ownCertificates } from "./certificates";
import { endView } from "./view";

const one = z.object({ class: named });
const day = z.string().max(40);

export const endings = router({
  view: signedIn.input(one).query(({ ctx, input }) => endView(ctx, input)),
  begin: signedIn.input(one.extend({ how: z.enum(ways), typed: z.string().max(400) })).mutation(({ ctx, input }) => beginEnd(ctx, input)),
  undo: signedIn.input(one.extend({ retainUntil: day.default("") })).mutation(({ ctx, input }) => undoEnd(ctx, input)),
  keep: signedIn.input(one.extend({ retainUntil: day })).mutation(({ ctx, input }) => keepUntil(ctx, input)),
  certificate: signedIn.input(z.object({ certificate: named })).query(({ ctx, input }) => certificate(ctx, input)),
  certificates: signedIn.input(z.object({ after: named.nullable().default(null) })).query(({ ctx, input }) => ownCertificates(ctx, input)),
});
