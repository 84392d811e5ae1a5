/** Setting work: its prompts become the first comments of threads in every group, and students see it. */
import { and, asc, eq, isNull } from "drizzle-orm";
import { isDuplicate } from "../../db/faults";
import { assignment, prompt, promptThread, studyGroup } from "../../db/schema/assignments";
import { discussion, thread } from "../../db/schema/discussions";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import type { Reader } from "../../domain/permissions";
import { planPost } from "../comments/plan-post";
import type { Context } from "../trpc";
import { ledAssignment } from "./visible";

type Asked = Context & { reader: Reader };

/** Says the prompts that no group was told yet, then sets it; again it only says what is new. @throws Refusal noSuch.page, notAllowed */
export async function setWork(ctx: Asked, { assignment: id }: { assignment: string }): Promise<void> {
  const { assignment: work } = await ledAssignment(ctx, id);
  await sayPrompts(ctx, work);
  await writeTogether((w) => [w.update(assignment).set({ setAt: ctx.now() }).where(and(eq(assignment.id, id), isNull(assignment.setAt)))]);
}

/** One unit for each prompt and group: what a fault leaves out, the next time says. */
export async function sayPrompts(ctx: Asked, work: Pick<typeof assignment.$inferSelect, "id" | "revision">): Promise<void> {
  const unsaid = await ctx.db
    .select({ prompt, groupId: studyGroup.id, discussionId: discussion.id })
    .from(prompt)
    .innerJoin(studyGroup, eq(studyGroup.assignmentId, prompt.assignmentId))
    .innerJoin(discussion, eq(discussion.audience, studyGroup.id))
    .leftJoin(promptThread, and(eq(promptThread.promptId, prompt.id), eq(promptThread.groupId, studyGroup.id)))
    .where(and(eq(prompt.assignmentId, work.id), isNull(promptThread.threadId)))
    .orderBy(asc(prompt.createdAt), asc(prompt.id), asc(studyGroup.number));
  for (const { prompt: asked, groupId, discussionId } of unsaid) await say(ctx, work, { promptId: asked.id, block: asked.block, body: asked.text, groupId, discussionId });
}

type Unsaid = { promptId: string; block: number | null; body: string; groupId: string; discussionId: string };

async function say(ctx: Asked, { revision }: { revision: number }, { promptId, block, body, groupId, discussionId }: Unsaid): Promise<void> {
  const now = ctx.now();
  const planned = await planPost(ctx, { discussion: discussionId, revision, block, words: null, parent: null, kind: null, body, proposal: null }, { id: null, kind: null, body, now });
  try {
    await writeTogether((w) => [
      ...planned.writes(w),
      w.insert(promptThread).values({ promptId, groupId, threadId: planned.thread }),
      must(w.update(thread).set({ pinnedAt: now }).where(eq(thread.id, planned.thread)), "thread"),
    ]);
  } catch (error) {
    // Another teacher said it at the same moment.
    if (!isDuplicate(error)) throw error;
  }
}
