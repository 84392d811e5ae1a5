/** Accounts: what may be asked. */
import { z } from "zod";
import { named } from "../inputs";
import { anyone, router, signedIn } from "../trpc";
import { changeAddress, confirmAddress, confirmNewAddress, mailConfirmLink } from "./address";
import { deleteAccount, whatGoes } from "./deletion";
import { mailResetLink, mailSignInLink, signInByLink } from "./link-mails";
import { linkInHand } from "./links";
import { muteMember, mutedMembers, unmuteMember } from "./mutes";
import { renameMember, setCredited, setDisplayName } from "./names";
import { changePassword, resetPassword } from "./password";
import { accountOf, me } from "./queries";
import { endOtherSessions, endSession, sessionsOf } from "./sessions";
import { signIn, signOut } from "./sign-in";
import { createFirstAdministrator, setupLinkWorks, signUp } from "./sign-up";

const language = z.enum(["en", "zh"]).default("en");
const participant = z.object({ participant: named });
const comment = z.object({ comment: named });
const token = z.object({ token: named });
const application = { name: z.string(), email: z.string(), password: z.string() };
const askedLink = z.object({ email: z.string(), language, next: z.string().max(2_000).default("/") });
const purpose = z.enum(["sign-in", "reset", "confirm", "address"]);

export const members = router({
  me: anyone.query(({ ctx }) => me(ctx)),
  account: signedIn.query(({ ctx }) => accountOf(ctx)),
  sessions: signedIn.query(({ ctx }) => sessionsOf(ctx)),
  endSession: signedIn.input(z.object({ session: named })).mutation(({ ctx, input }) => endSession(ctx, input)),
  endOtherSessions: signedIn.mutation(({ ctx }) => endOtherSessions(ctx)),

  signUp: anyone.input(z.object({ ...application, language })).mutation(({ ctx, input }) => signUp(ctx, input)),
  signIn: anyone.input(z.object({ who: z.string(), password: z.string() })).mutation(({ ctx, input }) => signIn(ctx, input)),
  signOut: anyone.mutation(({ ctx }) => signOut(ctx)),
  setupLinkWorks: anyone.input(token).query(({ ctx, input }) => setupLinkWorks(ctx, input)),
  createFirstAdministrator: anyone.input(token.extend(application)).mutation(({ ctx, input }) => createFirstAdministrator(ctx, input)),

  linkInHand: anyone.input(token.extend({ purpose })).query(({ ctx, input }) => linkInHand(ctx, input)),
  mailSignInLink: anyone.input(askedLink).mutation(({ ctx, input }) => mailSignInLink(ctx, input)),
  signInByLink: anyone.input(token).mutation(({ ctx, input }) => signInByLink(ctx, input)),
  mailResetLink: anyone.input(askedLink).mutation(({ ctx, input }) => mailResetLink(ctx, input)),
  resetPassword: anyone.input(token.extend({ password: z.string() })).mutation(({ ctx, input }) => resetPassword(ctx, input)),
  mailConfirmLink: signedIn.input(z.object({ language })).mutation(({ ctx, input }) => mailConfirmLink(ctx, input)),
  confirmAddress: anyone.input(token).mutation(({ ctx, input }) => confirmAddress(ctx, input)),
  changeAddress: signedIn.input(z.object({ email: z.string(), current: z.string(), language })).mutation(({ ctx, input }) => changeAddress(ctx, input)),
  confirmNewAddress: anyone.input(token).mutation(({ ctx, input }) => confirmNewAddress(ctx, input)),
  changePassword: signedIn.input(z.object({ current: z.string(), password: z.string() })).mutation(({ ctx, input }) => changePassword(ctx, input)),

  rename: signedIn.input(z.object({ name: z.string() })).mutation(({ ctx, input }) => renameMember(ctx, input)),
  setDisplayName: signedIn.input(z.object({ displayName: z.string() })).mutation(({ ctx, input }) => setDisplayName(ctx, input)),
  setCredited: signedIn.input(z.object({ credited: z.boolean() })).mutation(({ ctx, input }) => setCredited(ctx, input)),
  whatGoes: signedIn.query(({ ctx }) => whatGoes(ctx)),
  deleteAccount: signedIn.input(z.object({ current: z.string(), comments: z.enum(["keep", "erase"]) })).mutation(({ ctx, input }) => deleteAccount(ctx, input)),

  muted: signedIn.input(z.object({ after: named.nullable().default(null) })).query(({ ctx, input }) => mutedMembers(ctx, input)),
  mute: signedIn.input(z.union([participant, comment])).mutation(({ ctx, input }) => muteMember(ctx, input)),
  unmute: signedIn.input(z.union([participant, comment, z.object({ mute: named })])).mutation(({ ctx, input }) => unmuteMember(ctx, input)),
});
