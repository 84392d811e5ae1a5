/** Articles: what happens. */
import { v4 as randomId, v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { isDuplicate } from "../../db/faults";
import { article, block, revision } from "../../db/schema/articles";
import { discussion } from "../../db/schema/discussions";
import { writeTogether } from "../../db/write-together";
import type { Write } from "../../db/writes";
import { slice, type Block } from "../../domain/blocks";
import { outlineOf } from "../../domain/outline";
import { isSlug, numberedSlug, slugOf } from "../../domain/slugs";
import { pictureWrites } from "../media/mutations";
import type { Picture } from "../media/picture";
import { badField } from "../refusals";
import type { Context } from "../trpc";

export type NewArticle = {
  title: string;
  standfirst: string | null;
  byline: string | null;
  date: string | null;
  source: string | null;
  language: string;
  blocks: Block[];
  /** Those its figures show, kept with it. */
  pictures?: readonly Picture[];
};

/** Rows of one insert: SQLite takes 32,766 values in a statement, a block has eight. */
const BLOCKS_AT_ONCE = 1_000;
/** The first sentence as a list shows it. */
const OPENING_LENGTH = 240;
/** Articles of one title: after so many a person should choose the slug. */
const MOST_TRIES = 50;

/**
 * Keeps an article with its first revision, published unless `draft`. A slug that is given must be free; one made from
 * the title is numbered until it is. @throws Refusal badField slug
 */
export async function createArticle(
  { now }: Pick<Context, "db" | "now">,
  text: NewArticle,
  { slug: wished, draft }: { slug: string | null; draft: boolean },
): Promise<{ id: string; slug: string; discussionId: string; revisionId: string }> {
  if (wished !== null && !isSlug(wished)) throw badField("slug", { fault: "slugShape" });
  for (let count = 1; ; count += 1) {
    const slug = wished ?? numberedSlug(slugOf(text.title), count);
    const at = now();
    const ids = { id: newId(), slug, discussionId: newId(), revisionId: newId() };
    const published = { id: newId(), kind: "article.published" as const, articleId: ids.id, subjectId: ids.id, discussionId: ids.discussionId, actorId: null, at };
    try {
      await writeTogether((w) => writesOf(w, ids, text, draft, at), draft ? [] : [published]);
      return ids;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      if (wished !== null || count === MOST_TRIES) throw badField("slug", { fault: "slugTaken" });
    }
  }
}

function writesOf(w: Writer, ids: { id: string; slug: string; discussionId: string; revisionId: string }, text: NewArticle, draft: boolean, at: Date): Write[] {
  const { title, standfirst, byline, date, source, language, blocks, pictures = [] } = text;
  const rows = blocks.map(({ kind, text: words, marks, sentences, shape }, place) => ({
    ...{ kind, text: words, marks, sentences, shape },
    revisionId: ids.revisionId,
    number: place + 1,
    blockId: randomId(),
  }));
  const chunks = Array.from({ length: Math.ceil(rows.length / BLOCKS_AT_ONCE) }, (_, chunk) => rows.slice(chunk * BLOCKS_AT_ONCE, (chunk + 1) * BLOCKS_AT_ONCE));
  return [
    ...pictureWrites(w, pictures, at),
    w.insert(article).values({
      id: ids.id,
      slug: ids.slug,
      state: draft ? "draft" : "published",
      newest: draft ? 0 : 1,
      createdAt: at,
      publishedAt: draft ? null : at,
    }),
    w.insert(revision).values({
      ...{ title, standfirst, byline, date, source, language },
      id: ids.revisionId,
      articleId: ids.id,
      number: 1,
      opening: openingOf(blocks),
      outline: outlineOf(blocks),
      createdAt: at,
    }),
    ...chunks.map((chunk) => w.insert(block).values(chunk)),
    w.insert(discussion).values({ id: ids.discussionId, articleId: ids.id, audience: "public" }),
  ];
}

function openingOf(blocks: readonly Block[]): string {
  const first = blocks.find(({ kind }) => kind === "paragraph") ?? blocks[0];
  if (!first) return "";
  const [sentence] = first.sentences;
  return slice(first.text, sentence && sentence.end <= OPENING_LENGTH ? sentence : { start: 0, end: OPENING_LENGTH });
}
