/** The guarded accessor: an appeal is fetched by its id here or nowhere. To all but its member and the moderators there is none. */
import { eq } from "drizzle-orm";
import { decision } from "../../db/schema/decisions";
import { member } from "../../db/schema/members";
import { appeal } from "../../db/schema/moderation";
import { canModerate } from "../../domain/moderation/authority";
import type { Reader } from "../../domain/permissions";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";

/** @throws Refusal noSuch.appeal */
export async function visibleAppeal({ db, reader }: Pick<Context, "db"> & { reader: Reader }, id: string) {
  const [found] = await db
    .select({ appeal, decision, member: { id: member.id, name: member.name, createdAt: member.createdAt, role: member.role, language: member.language, email: member.confirmedEmail, deletedAt: member.deletedAt } })
    .from(appeal)
    .innerJoin(decision, eq(decision.id, appeal.decisionId))
    .innerJoin(member, eq(member.id, appeal.memberId))
    .where(eq(appeal.id, id));
  if (!found || (found.appeal.memberId !== reader.id && !canModerate(reader))) throw noSuch("appeal");
  return found;
}

export type VisibleAppeal = Awaited<ReturnType<typeof visibleAppeal>>;
