/** Deleting one's account: what goes is said before, the account is gone at once, and what hung on it is erased after (`erasure.ts`). */
import { and, count, countDistinct, eq, isNotNull, isNull, or } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { comment, discussion, participant } from "../../db/schema/discussions";
import { draft } from "../../db/schema/drafts";
import { outbox } from "../../db/schema/events";
import { erasure, identity, member, oneTimeLink, session } from "../../db/schema/members";
import { type NewEvent, writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { languageOfCode } from "../../domain/language-paths";
import type { Reader } from "../../domain/permissions";
import { log } from "../log";
import { postMail } from "../mail/post";
import { changedMeanwhile, notAllowed } from "../refusals";
import { closingCookies } from "../session";
import type { Context } from "../trpc";
import { anotherAdministrator, countOnAdministrator, type Remaining } from "./administrators";
import { eraseSome } from "./erasure";
import { articlesNaming } from "./named-on";
import { type Own, reauthenticated } from "./reauthentication";

type Asked = Context & { reader: Reader };

/** Two administrators who leave at once decide afresh; a third time there is somebody else to blame. */
const MOST_ATTEMPTS = 5;

/** Steps taken before the page answers: whoever wrote a few hundred comments finds all of them gone. */
const STEPS_AT_ONCE = 6;

/** What deleting the account would take away, and what stays. */
export async function whatGoes({ db, reader }: Asked): Promise<{ comments: number; articles: number; drafts: number; last: boolean }> {
  const [[said], [begun], other] = await Promise.all([
    db
      .select({ comments: count(), articles: countDistinct(discussion.articleId) })
      .from(participant)
      .innerJoin(comment, and(eq(comment.participantId, participant.id), isNull(comment.deletedAt)))
      .innerJoin(discussion, eq(discussion.id, participant.discussionId))
      .where(eq(participant.memberId, reader.id)),
    db.select({ drafts: count() }).from(draft).where(and(eq(draft.memberId, reader.id), isNotNull(draft.slot))),
    anotherAdministrator(db, reader.id),
  ]);
  return { comments: said?.comments ?? 0, articles: said?.articles ?? 0, drafts: begun?.drafts ?? 0, last: reader.role === "administrator" && other === null };
}

/** Whoever is gone keeps a row, for what refers to it. No name, address or skeleton of a member can be like these. */
function emptied(own: Own, now: Date) {
  const nobody = `~${own.id}`;
  const nothing = { displayName: null, email: null, confirmedEmail: null, passwordHash: null, lastCommentAt: null, credited: false };
  return { ...nothing, name: nobody, nameSkeleton: nobody, role: "member" as const, sessionVersion: own.sessionVersion + 1, version: own.version + 1, deletedAt: now };
}

/** `remaining`: of an administrator the other one. */
export function deletion(w: Writer, own: Own, erasesComments: boolean, remaining: Remaining | null, now: Date): Write[] {
  const { id, email, confirmedEmail, name } = own;
  const language = languageOfCode(own.language);
  const isOver = or(isNotNull(outbox.sentAt), isNotNull(outbox.givenUpAt));
  return [
    must(w.update(member).set(emptied(own, now)).where(and(eq(member.id, id), eq(member.version, own.version), isNull(member.deletedAt))), "member"),
    ...(remaining ? [countOnAdministrator(w, remaining)] : []),
    w.delete(session).where(eq(session.memberId, id)),
    w.delete(identity).where(eq(identity.memberId, id)),
    w.delete(oneTimeLink).where(eq(oneTimeLink.memberId, id)),
    w.insert(erasure).values({ memberId: id, comments: erasesComments, startedAt: now }),
    ...(email === null ? [] : [w.delete(outbox).where(and(eq(outbox.to, email), isOver))]),
    ...(confirmedEmail === null ? [] : [postMail(w, { kind: "account-deleted", to: confirmedEmail, language, content: { name } }, now)]),
  ];
}

/** Deletes the reader's account. @throws Refusal field current, notAllowed.lastAdministrator or signInAgain */
export async function deleteAccount(ctx: Asked, input: { current: string; comments: "keep" | "erase" }): Promise<void> {
  const now = ctx.now();
  let own = await reauthenticated(ctx, input.current);
  const events: NewEvent[] = (await articlesNaming(ctx.db, own.id)).map((articleId) => ({ id: newId(), kind: "member.deleted", articleId, subjectId: own.id, actorId: own.id, at: now }));
  for (let attempt = 1; ; attempt += 1) {
    const remaining = own.role === "administrator" ? await anotherAdministrator(ctx.db, own.id) : null;
    if (own.role === "administrator" && remaining === null) throw notAllowed("lastAdministrator");
    try {
      const [as, other] = [own, remaining];
      await writeTogether((w) => deletion(w, as, input.comments === "erase", other, now), events);
      break;
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      const [again] = await ctx.db.select().from(member).where(and(eq(member.id, own.id), isNull(member.deletedAt)));
      if (!again || attempt === MOST_ATTEMPTS) throw changedMeanwhile();
      own = again;
    }
  }
  ctx.cookies.push(...closingCookies());
  await begin(ctx, own.id, now);
}

/** The account is gone already: what fails here is done by the worker, and is no fault of the answer. */
async function begin({ db }: Asked, memberId: string, now: Date): Promise<void> {
  try {
    for (let step = 0; step < STEPS_AT_ONCE; step += 1) if (!(await eraseSome(db, memberId, now))) return;
  } catch (error) {
    log.warn({ err: error }, "erasure begun later");
  }
}
