/** What administrators do to a member: role, suspension, sessions. Each ends all sessions, at once and on every instance. */
import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { Overtaken } from "../../db/faults";
import type { EventKind } from "../../db/schema/events";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { canSuspend, type Reader, type Role } from "../../domain/permissions";
import { faultOfText, normalised } from "../../domain/text";
import { anotherAdministrator, countOnAdministrator } from "../members/administrators";
import { endOpeningLinks } from "../members/links";
import { articlesNaming } from "../members/named-on";
import { welcomeIn } from "../members/sign-in";
import { badField, changedMeanwhile, noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { keptMember, type Kept } from "./members";

type Asked = Context & { reader: Reader };
type Change = { kind: EventKind; set: Partial<typeof member.$inferInsert>; isFewer: boolean; more?: (w: Writer) => Write[] };

/** Two administrators who act on each other decide afresh; a third time something else is wrong. */
const MOST_ATTEMPTS = 5;

/** Why, for the member's page: some sentences, no treatise. */
export const REASON_LENGTH = { least: 3, most: 1_000 };

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
    const { kind, set, isFewer, more } = decided;
    const remaining = isFewer && kept.role === "administrator" && !kept.suspendedAt ? await anotherAdministrator(ctx.db, id) : null;
    if (isFewer && kept.role === "administrator" && !kept.suspendedAt && !remaining) throw notAllowed("onlyAdministrator");
    const unchanged = and(eq(member.id, id), eq(member.version, kept.version), isNull(member.deletedAt));
    const sessionVersion = kept.sessionVersion + 1;
    const event = { id: newId(), kind, subjectId: id, actorId: ctx.reader.id, at: now };
    // A badge stands on the pages where they wrote.
    const shown = set.role === undefined ? [] : (await articlesNaming(ctx.db, id)).flatMap((articleId) => (articleId === null ? [] : [{ ...event, id: newId(), articleId }]));
    try {
      await writeTogether(
        (w) => [must(w.update(member).set({ ...set, sessionVersion, version: sql`${member.version} + 1` }).where(unchanged), "member"), ...(remaining ? [countOnAdministrator(w, remaining)] : []), ...(more?.(w) ?? [])],
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

/** Suspends a member: signed out everywhere, and no door opens until they are reinstated. @throws Refusal field reason, notAllowed */
export async function suspend(ctx: Asked, input: { member: string; reason: string }): Promise<void> {
  const reason = normalised(input.reason.normalize("NFC"));
  const fault = faultOfText(reason, REASON_LENGTH);
  if (fault) throw badField("reason", fault);
  await change(ctx, input.member, (kept) => {
    if (kept.id === ctx.reader.id) throw notAllowed("suspendYourself");
    if (!canSuspend(ctx.reader, kept)) return null;
    return { kind: "member.suspended", set: { suspendedAt: ctx.now(), suspendedFor: reason }, isFewer: true, more: (w) => [endOpeningLinks(w, kept.id)] };
  });
}

/** Opens the doors again; who was signed in before signs in anew. */
export async function reinstate(ctx: Asked, input: { member: string }): Promise<void> {
  await change(ctx, input.member, (kept) => (kept.suspendedAt ? { kind: "member.reinstated", set: { suspendedAt: null, suspendedFor: null }, isFewer: false } : null));
}

/** Signs a member out everywhere; oneself too, but here. */
export async function endSessions(ctx: Asked, input: { member: string }): Promise<void> {
  const changed = await change(ctx, input.member, () => ({ kind: "member.sessions-ended", set: {}, isFewer: false }));
  if (changed && changed.id === ctx.reader.id) await welcomeIn(ctx, changed, ctx.now());
}
