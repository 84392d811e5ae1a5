/** Accounts: what may be asked. */
import { z } from "zod";
import { named } from "../inputs";
import { anyone, router, signedIn } from "../trpc";
import { changePassword, createFirstAdministrator, endSession, signIn, signOut, signUp } from "./mutations";
import { muteMember, mutedMembers, unmuteMember } from "./mutes";
import { me, setupLinkWorks, sessionsOf } from "./queries";

const language = z.enum(["en", "zh"]).default("en");
const participant = z.object({ participant: named });
const comment = z.object({ comment: named });

export const members = router({
  me: anyone.query(({ ctx }) => me(ctx)),
  sessions: signedIn.query(({ ctx }) => sessionsOf(ctx)),
  setupLinkWorks: anyone.input(z.object({ token: named })).query(({ ctx, input }) => setupLinkWorks(ctx, input)),
  signUp: anyone
    .input(z.object({ name: z.string(), email: z.string(), password: z.string(), language }))
    .mutation(({ ctx, input }) => signUp(ctx, input)),
  signIn: anyone.input(z.object({ email: z.string(), password: z.string() })).mutation(({ ctx, input }) => signIn(ctx, input)),
  signOut: anyone.mutation(({ ctx }) => signOut(ctx)),
  createFirstAdministrator: anyone
    .input(z.object({ token: named, name: z.string(), email: z.string(), password: z.string() }))
    .mutation(({ ctx, input }) => createFirstAdministrator(ctx, input)),
  changePassword: signedIn
    .input(z.object({ current: z.string(), password: z.string() }))
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  muted: signedIn.input(z.object({ after: named.nullable().default(null) })).query(({ ctx, input }) => mutedMembers(ctx, input)),
  mute: signedIn.input(z.union([participant, comment])).mutation(({ ctx, input }) => muteMember(ctx, input)),
  unmute: signedIn.input(z.union([participant, comment, z.object({ mute: named })])).mutation(({ ctx, input }) => unmuteMember(ctx, input)),
  endSession: signedIn.input(z.object({ session: named })).mutation(({ ctx, input }) => endSession(ctx, input)),
});
