/** Running the place: what may be asked. */
import { z } from "zod";
import { roles } from "../../domain/permissions";
import { named } from "../inputs";
import { administrator, anyone, router } from "../trpc";
import { changeRole, endSessions, reinstate, suspend } from "./changes";
import { whatIsHeld } from "./held";
import { mailsGivenUp, retryMail, sendTestMail } from "./mails";
import { memberPage, membersList } from "./members";
import { cardInHand, makeCard, makeMember, signInByCard } from "./new-members";
import { reasons } from "../moderation/reasons";
import { settingsInForce } from "./settings-in-force";

const language = z.enum(["en", "zh"]).default("en");
const role = z.enum(roles);
const member = z.object({ member: named });
const after = named.nullable().default(null);
const token = z.object({ token: named });

export const administration = router({
  members: administrator.input(z.object({ search: named.default(""), role: role.nullable().default(null), after })).query(({ ctx, input }) => membersList(ctx, input)),
  member: administrator.input(member).query(({ ctx, input }) => memberPage(ctx, input)),
  changeRole: administrator.input(member.extend({ role })).mutation(({ ctx, input }) => changeRole(ctx, input)),
  suspend: administrator.input(member.extend(reasons.shape)).mutation(({ ctx, input }) => suspend(ctx, input)),
  reinstate: administrator.input(member).mutation(({ ctx, input }) => reinstate(ctx, input)),
  endSessions: administrator.input(member).mutation(({ ctx, input }) => endSessions(ctx, input)),
  makeMember: administrator.input(z.object({ name: z.string(), displayName: z.string().default(""), email: z.string().default(""), role })).mutation(({ ctx, input }) => makeMember(ctx, input)),
  makeCard: administrator.input(member.extend({ language })).mutation(({ ctx, input }) => makeCard(ctx, input)),
  cardInHand: anyone.input(token).query(async ({ ctx, input }) => ({ name: (await cardInHand(ctx, input)).name })),
  signInByCard: anyone.input(token).mutation(({ ctx, input }) => signInByCard(ctx, input)),
  settings: administrator.query(() => settingsInForce()),
  held: administrator.query(({ ctx }) => whatIsHeld(ctx)),
  mailsGivenUp: administrator.input(z.object({ after })).query(({ ctx, input }) => mailsGivenUp(ctx, input)),
  retryMail: administrator.input(z.object({ mail: named })).mutation(({ ctx, input }) => retryMail(ctx, input)),
  sendTestMail: administrator.input(z.object({ language })).mutation(({ ctx, input }) => sendTestMail(ctx, input)),
});
