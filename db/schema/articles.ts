/** Articles, their numbered immutable revisions, and the blocks of each. */
import { type BlockKind, type BlockShape, type Mark, type Span } from "../../domain/blocks";
import { type CarriedCounts, type StoredFate } from "../../domain/carry-over";
import { type Stretch } from "../../domain/outline";
import { index, integer, json, moment, primaryKey, table, text, uniqueIndex } from "../columns";
import { member } from "./members";

export const article = table(
  "article",
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    state: text().$type<"draft" | "published" | "withdrawn">().notNull(),
    /** The number of the newest published revision; 0 before the first. */
    newest: integer().notNull(),
    version: integer().notNull().default(1),
    createdAt: moment().notNull(),
    publishedAt: moment(),
    withdrawnAt: moment(),
    /** What the notice says instead of the article, as plain text. */
    withdrawnWhy: text(),
  },
  (a) => [uniqueIndex("article_slug").on(a.slug), index("article_published").on(a.state, a.publishedAt, a.id)],
);

export const revision = table(
  "revision",
  {
    id: text().primaryKey(),
    articleId: text().notNull().references(() => article.id),
    number: integer().notNull(),
    title: text().notNull(),
    standfirst: text(),
    /** The first sentence, for lists, where there is no standfirst. */
    opening: text().notNull(),
    byline: text(),
    /** As printed, of no zone: "2015-12-10" or "2015-12-10T18:13". */
    date: text(),
    source: text(),
    language: text().notNull(),
    /** Its blocks in few stretches, for the score in lists: no list reads whole articles. */
    outline: json<Stretch[]>().notNull(),
    /** Why it was made, as its editor says; null for a first one. */
    why: text(),
    /** What it did to the discussion, counted when it was published. */
    carried: json<CarriedCounts>(),
    /** Who published it; null for the operator's command line. */
    byMemberId: text().references(() => member.id),
    createdAt: moment().notNull(),
  },
  (r) => [uniqueIndex("revision_number").on(r.articleId, r.number)],
);

/** How the blocks of the revision before became those of this one, by which all its threads were carried over. */
export const revisionMap = table("revision_map", {
  revisionId: text().primaryKey().references(() => revision.id),
  fates: json<StoredFate[]>().notNull(),
});

export const block = table(
  "block",
  {
    revisionId: text().notNull().references(() => revision.id),
    /** The ordinal in its revision, from 1; headings and figures counted. */
    number: integer().notNull(),
    /** The id that lives across revisions. */
    blockId: text().notNull(),
    kind: text().$type<BlockKind>().notNull(),
    text: text().notNull(),
    marks: json<Mark[]>().notNull(),
    /** Cut once, at import: how ICU cuts differs by its version. */
    sentences: json<Span[]>().notNull(),
    shape: json<BlockShape>().notNull(),
  },
  (b) => [
    primaryKey({ columns: [b.revisionId, b.number] }),
    uniqueIndex("block_lasting").on(b.revisionId, b.blockId),
  ],
);

/** A slug an article had: its addresses lead on for ever, so nobody else gets it. */
export const formerSlug = table(
  "former_slug",
  {
    slug: text().primaryKey(),
    articleId: text().notNull().references(() => article.id),
    createdAt: moment().notNull(),
  },
  (f) => [index("former_slug_article").on(f.articleId)],
);
