/** What administrators do to a member: role, suspension, sessions. Each ends all sessions, at once and on every instance. */
import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import type { EventKind } from "../../db/schema/events";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import type { Reader, Role } from "../../domain/permissions";
import { anotherAdministrator, countOnAdministrator } from "../members/administrators";
import { articlesNaming } from "../members/named-on";
import { welcomeIn } from "../members/sign-in";
import { decideOnMember } from "../moderation/on-members";
import type { SentReasons } from "../moderation/reasons";
import { changedMeanwhile, noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { keptMember, type Kept } from "./members";

type Asked = Context & { reader: Reader };
type Change = { kind: EventKind; set: Partial<typeof member.$inferInsert>; isFewer: boolean };

/** Two administrators who act on each other decide afresh; a third time something else is wrong. */
const MOST_ATTEMPTS = 5;

/**
 * Decides upon the member as they are now and writes it with the end of their sessions; overtaken, it decides afresh. `decide`
 * answers null where nothing is to be done.
 */
async function change(ctx: Asked, id: string, decide: (kept: Kept) => Change | null): Promise<Kept | null> {
  const now = ctx.now();
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const kept = await keptMember(ctx, id);
    if (kept.deletedAt) throw noSuch("member");
    const decided = decide(kept);
    if (!decided) return null;
    const { kind, set, isFewer } = decided;
    const remaining = isFewer && kept.role === "administrator" && !kept.suspendedAt ? await anotherAdministrator(ctx.db, id) : null;
    if (isFewer && kept.role === "administrator" && !kept.suspendedAt && !remaining) throw notAllowed("onlyAdministrator");
    const unchanged = and(eq(member.id, id), eq(member.version, kept.version), isNull(member.deletedAt));
    const sessionVersion = kept.sessionVersion + 1;
    const event = { id: newId(), kind, subjectId: id, actorId: ctx.reader.id, at: now };
    // A badge stands on the pages where they wrote.
    const shown = set.role === undefined ? [] : (await articlesNaming(ctx.db, id)).flatMap((articleId) => (articleId === null ? [] : [{ ...event, id: newId(), articleId }]));
    try {
      await writeTogether(
        (w) => [must(w.update(member).set({ ...set, sessionVersion, version: sql`${member.version} + 1` }).where(unchanged), "member"), ...(remaining ? [countOnAdministrator(w, remaining)] : [])],
        [event, ...shown],
      );
      return { ...kept, sessionVersion };
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }
  throw changedMeanwhile();
}

/** Gives a member another role; their own change leaves the reader signed in, in a new session. @throws Refusal notAllowed.onlyAdministrator */
export async function changeRole(ctx: Asked, input: { member: string; role: Role }): Promise<void> {
  const changed = await change(ctx, input.member, (kept) =>
    kept.role === input.role ? null : { kind: "member.role-changed", set: { role: input.role }, isFewer: true },
  );
  if (changed && changed.id === ctx.reader.id) await welcomeIn(ctx, changed, ctx.now());
}

/** Suspends a member for good: signed out everywhere, and no door opens until they are reinstated. @throws Refusal field facts or law, notAllowed */
export async function suspend(ctx: Asked, { member: id, ...reasons }: { member: string } & SentReasons): Promise<void> {
  if (id === ctx.reader.id) throw notAllowed("suspendYourself");
  const kept = await keptMember(ctx, id);
  if (!kept.suspendedAt) await decideOnMember(ctx, { act: "suspend", member: id, until: null, reasons });
}

/** Opens the doors again, and ends what else the member bore; who was signed in before signs in anew. */
export async function reinstate(ctx: Asked, input: { member: string }): Promise<void> {
  const kept = await keptMember(ctx, input.member);
  if (kept.suspendedAt) await decideOnMember(ctx, { act: "lift", member: kept.id, until: null, reasons: null });
}

/** Signs a member out everywhere; oneself too, but here. */
export async function endSessions(ctx: Asked, input: { member: string }): Promise<void> {
  const changed = await change(ctx, input.member, () => ({ kind: "member.sessions-ended", set: {}, isFewer: false }));
  if (changed && changed.id === ctx.reader.id) await welcomeIn(ctx, changed, ctx.now());
}
