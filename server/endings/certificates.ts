/** What is certified of classes that have ended, for those who taught them. */
import { and, desc, eq, isNotNull, lt, or } from "drizzle-orm";
import { certificateHolder, classEnding } from "../../db/schema/endings";
import { certificateHash, type Certified } from "../../domain/classroom/ending";
import { cursorOf, readCursor } from "../../domain/cursors";
import type { Reader } from "../../domain/permissions";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import type { EndingRow } from "./unit";

type Asked = Context & { reader: Reader };

export function certified({ id, name, term, how, askedByName, askedAt, dueAt, doneAt, counts }: EndingRow): Certified {
  return { id, name, term, how, askedBy: askedByName, askedAt: askedAt.toISOString(), dueAt: dueAt.toISOString(), doneAt: doneAt?.toISOString() ?? "", counts };
}

/** `isUnchanged`: it says what was hashed. @throws Refusal noSuch.page to who did not teach the class */
export async function certificate(ctx: Asked, input: { certificate: string }) {
  const [found] = await ctx.db
    .select({ ending: classEnding })
    .from(certificateHolder)
    .innerJoin(classEnding, and(eq(classEnding.id, certificateHolder.endingId), isNotNull(classEnding.doneAt)))
    .where(and(eq(certificateHolder.memberId, ctx.reader.id), eq(certificateHolder.endingId, input.certificate)));
  if (!found) throw noSuch("page");
  const said = certified(found.ending);
  return { ...said, timeZone: found.ending.timeZone, hash: found.ending.hash ?? "", isUnchanged: certificateHash(said) === found.ending.hash };
}

export type CertificateView = Awaited<ReturnType<typeof certificate>>;

const A_PAGE = 50;

/** The reader's, the newest first. */
export async function ownCertificates(ctx: Asked, { after }: { after: string | null }) {
  const last = readCursor(after ?? "");
  const at = last && new Date(last.at);
  const rows = await ctx.db
    .select({ id: classEnding.id, name: classEnding.name, term: classEnding.term, how: classEnding.how, doneAt: classEnding.doneAt })
    .from(certificateHolder)
    .innerJoin(classEnding, and(eq(classEnding.id, certificateHolder.endingId), isNotNull(classEnding.doneAt)))
    .where(and(eq(certificateHolder.memberId, ctx.reader.id), last && at ? or(lt(classEnding.doneAt, at), and(eq(classEnding.doneAt, at), lt(classEnding.id, last.id))) : undefined))
    .orderBy(desc(classEnding.doneAt), desc(classEnding.id))
    .limit(A_PAGE + 1);
  const page = rows.slice(0, A_PAGE);
  const end = rows.length > A_PAGE ? page.at(-1) : undefined;
  return { certificates: page.map(({ doneAt, ...row }) => ({ ...row, doneAt: doneAt?.toISOString() ?? "" })), next: end?.doneAt ? cursorOf({ at: end.doneAt.getTime(), id: end.id }) : null };
}

export type OwnCertificates = Awaited<ReturnType<typeof ownCertificates>>;
