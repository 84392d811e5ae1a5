/** An assignment as its teacher sets it, and the articles it can be about. */
import { and, asc, desc, eq, like, lt, lte, or, sql } from "drizzle-orm";
import { article, revision } from "../../db/schema/articles";
import type { Db } from "../../db/client";
import { prompt, promptThread, studyGroup } from "../../db/schema/assignments";
import { discussion, thread } from "../../db/schema/discussions";
import { localIn } from "../../domain/opening";
import { cursorOf, readCursor } from "../../domain/cursors";
import type { Reader } from "../../domain/permissions";
import { ledClass } from "../classes/visible";
import type { Context } from "../trpc";
import { groupsOf } from "./groups";
import { ledAssignment } from "./visible";
import { type AssignmentWish, PROMPTS_AT_ONCE } from "./wish";

type Asked = Context & { reader: Reader };

const ARTICLES_A_PAGE = 20;

/** Published articles whose title has the words, the newest first. @throws Refusal noSuch.page, notAllowed */
export async function articlesToSet(ctx: Asked, input: { class: string; search: string; after: string | null }) {
  const led = await ledClass(ctx, input.class);
  const typed = input.search.trim().toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const last = readCursor(input.after ?? "");
  const at = last && new Date(last.at);
  const rows = await ctx.db
    .select({ id: article.id, slug: article.slug, publishedAt: article.publishedAt, title: revision.title, language: revision.language })
    .from(article)
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .where(and(eq(article.state, "published"), typed === "" ? undefined : sql`${like(sql`lower(${revision.title})`, `%${typed}%`)} escape '\\'`, last && at ? or(lt(article.publishedAt, at), and(eq(article.publishedAt, at), lt(article.id, last.id))) : undefined))
    .orderBy(desc(article.publishedAt), desc(article.id))
    .limit(ARTICLES_A_PAGE + 1);
  const page = rows.slice(0, ARTICLES_A_PAGE);
  const end = rows.length > ARTICLES_A_PAGE ? page.at(-1) : undefined;
  return { class: { id: led.id, name: led.name, timeZone: led.timeZone }, articles: page.map(({ slug, title, language }) => ({ slug, title, language })), next: end?.publishedAt ? cursorOf({ at: end.publishedAt.getTime(), id: end.id }) : null };
}

/** More are not offered: a class reads a recent one. The newest first. */
const REVISIONS_OFFERED = 50;

/** Those of an article, the newest first. */
async function revisionsOf(db: Db, articleId: string) {
  const rows = await db.select({ number: revision.number, at: revision.createdAt }).from(article).innerJoin(revision, and(eq(revision.articleId, article.id), lte(revision.number, article.newest))).where(eq(article.id, articleId)).orderBy(desc(revision.number)).limit(REVISIONS_OFFERED);
  return rows.map(({ number, at }) => ({ number, at: at.toISOString() }));
}

/** Whether there is a thread in any group's discussion. */
async function hasThreads(db: Db, assignmentId: string): Promise<boolean> {
  const [found] = await db.select({ id: thread.id }).from(studyGroup).innerJoin(discussion, eq(discussion.audience, studyGroup.id)).innerJoin(thread, eq(thread.discussionId, discussion.id)).where(eq(studyGroup.assignmentId, assignmentId)).limit(1);
  return found !== undefined;
}

export type ArticlesToSet = Awaited<ReturnType<typeof articlesToSet>>;

/** @throws Refusal noSuch.page, notAllowed */
export async function assignmentToEdit(ctx: Asked, { assignment: id }: { assignment: string }) {
  const { assignment: work, class: of } = await ledAssignment(ctx, id);
  const [revisions, isBegun, [about], groups, asked] = await Promise.all([
    revisionsOf(ctx.db, work.articleId),
    hasThreads(ctx.db, id),
    ctx.db.select({ slug: article.slug, title: revision.title, language: revision.language }).from(article).innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, work.revision))).where(eq(article.id, work.articleId)),
    groupsOf(ctx.db, id),
    ctx.db
      .select({ id: prompt.id, block: prompt.block, text: prompt.text, createdAt: prompt.createdAt, saidIn: promptThread.promptId })
      .from(prompt)
      .leftJoin(promptThread, eq(promptThread.promptId, prompt.id))
      .where(eq(prompt.assignmentId, id))
      // Once, in however many groups it was said.
      .groupBy(prompt.id, prompt.block, prompt.text, prompt.createdAt, promptThread.promptId)
      .orderBy(asc(prompt.createdAt), asc(prompt.id)),
  ]);
  const unsaid = asked.filter(({ saidIn }) => saidIn === null).slice(0, PROMPTS_AT_ONCE);
  const local = (at: Date | null): string => (at === null ? "" : localIn(at, work.timeZone));
  const number = (count: number): string => (count === 0 ? "" : String(count));
  const { required, gate, late } = work;
  const wish: AssignmentWish = {
    ...{ title: work.title, instructions: work.instructions, followsNewest: work.followsNewest },
    ...{ opensAt: local(work.opensAt), commentsDueAt: local(work.commentsDueAt), repliesDueAt: local(work.repliesDueAt), cutOffAt: local(work.cutOffAt), takesLate: late !== null, offADay: late ? String(late.offADay) : "", least: late ? String(late.least) : "" },
    ...{ comments: number(required.comments), replies: number(required.replies), passages: number(required.passages), words: number(required.words), leastWords: number(required.leastWords), kinds: [...required.kinds], allowed: [...(work.kinds ?? [])], revision: String(work.revision) },
    ...{ gate: gate.kind, gateOwn: gate.kind === "after" ? String(gate.own) : "", gateAt: gate.kind === "at" ? local(new Date(gate.at)) : "", looksFirst: work.looksFirst },
    prompts: unsaid.map(({ block, text }) => ({ block: block === null ? "" : String(block), text })),
  };
  return {
    id,
    class: { id: of.id, name: of.name },
    version: work.version,
    timeZone: work.timeZone,
    isSet: work.setAt !== null,
    article: about ?? { slug: "", title: "", language: "en" },
    revision: work.revision,
    revisions,
    /** Somebody has written, or was asked something: the class stays with its revision. */
    isBegun,
    hasPseudonyms: work.hasPseudonyms,
    groups: groups.length,
    said: asked.filter(({ saidIn }) => saidIn !== null).map(({ id: of, block, text }) => ({ id: of, block, text })),
    wish,
  };
}

export type AssignmentToEdit = Awaited<ReturnType<typeof assignmentToEdit>>;
