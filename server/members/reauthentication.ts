/** Whoever changes what opens an account shows once more that it is theirs: a page left open must not be enough. */
import { eq } from "drizzle-orm";
import { member, session } from "../../db/schema/members";
import type { Reader } from "../../domain/permissions";
import { spend } from "../rate";
import { badField, notAllowed } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { provesPassword } from "./proof";

/** Without a password, having just come in is the proof: long enough to fill in a form, short enough that it was they. */
const FRESH_SESSION_MS = 10 * 60 * 1000;

export type Own = typeof member.$inferSelect;

/** The reader's own row, once proved by the password or, where there is none, by a fresh session. @throws Refusal field current, notAllowed.signInAgain, tooMany */
export async function reauthenticated(ctx: Context & { reader: Reader }, current: string): Promise<Own> {
  const now = ctx.now();
  await spend({ what: "reauthentication", whom: ctx.reader.id }, settings().rates.signIns, now);
  const [own] = await ctx.db.select().from(member).where(eq(member.id, ctx.reader.id));
  if (!own) throw notAllowed("signIn");
  if (own.passwordHash === null) {
    if (!(await isFresh(ctx, now))) throw notAllowed("signInAgain");
    return own;
  }
  if (!current.isWellFormed() || !(await provesPassword(own.passwordHash, current))) throw badField("current", { fault: "wrongCurrent" });
  return own;
}

async function isFresh({ db, sessionId }: Context, now: Date): Promise<boolean> {
  if (sessionId === null) return false;
  const [here] = await db.select({ since: session.createdAt }).from(session).where(eq(session.id, sessionId));
  return here !== undefined && now.getTime() - here.since.getTime() <= FRESH_SESSION_MS;
}
