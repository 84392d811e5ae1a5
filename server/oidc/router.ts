/** Signing in by a provider: what may be asked. */
import { z } from "zod";
import { anyone, router, signedIn } from "../trpc";
import { begin, beginLinking } from "./begin";
import { finish } from "./finish";
import { signUp, unlink } from "./mutations";
import { applicant, begun, own, provider } from "./queries";

const language = z.enum(["en", "zh"]).default("en");
/** A browser keeps no more in a cookie, and a provider's answer is shorter. */
const long = z.string().max(4_096);

export const oidc = router({
  provider: anyone.query(() => provider()),
  begin: anyone.input(z.object({ next: long, language })).mutation(({ ctx, input }) => begin(ctx, input)),
  begun: anyone.input(z.object({ transaction: long })).query(({ input }) => begun(input)),
  finish: anyone.input(z.object({ transaction: long, answer: long })).mutation(({ ctx, input }) => finish(ctx, input)),
  applicant: anyone.input(z.object({ applicant: long })).query(({ ctx, input }) => applicant(ctx, input)),
  signUp: anyone.input(z.object({ applicant: long, name: z.string(), language })).mutation(({ ctx, input }) => signUp(ctx, input)),
  own: signedIn.query(({ ctx }) => own(ctx)),
  beginLinking: signedIn.input(z.object({ current: z.string(), language })).mutation(({ ctx, input }) => beginLinking(ctx, input)),
  unlink: signedIn.mutation(({ ctx }) => unlink(ctx)),
});
