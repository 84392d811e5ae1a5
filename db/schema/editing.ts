/** What editors are at work on: the draft of an article's next revision, block by block, and the imports under way. */
import { type BlockKind, type BlockShape, type Mark } from "../../domain/blocks";
import { boolean, index, integer, json, moment, primaryKey, table, text, uniqueIndex } from "../columns";
import { type CarryGroup, type CarryMethod, type StoredFate } from "../../domain/carry-over";
import { article } from "./articles";
import { discussion, thread } from "./discussions";
import { member } from "./members";

/** One for an article at most that is seen: two editors work on the same. */
export const revisionDraft = table(
  "revision_draft",
  {
    id: text().primaryKey(),
    articleId: text().notNull().references(() => article.id),
    /** Empty: editors see it. Else its own id: it was published or thrown away, or only holds a text, and nobody is shown it. */
    retired: text().notNull().default(""),
    /** The revision it was begun from; 0: none was published yet. */
    basedOn: integer().notNull(),
    title: text().notNull(),
    standfirst: text(),
    byline: text(),
    /** As printed, of no zone: "2015-12-10" or "2015-12-10T18:13". */
    date: text(),
    source: text(),
    language: text().notNull(),
    /** What the import left out, and what it should be looked at for. */
    dropped: json<string[]>().notNull(),
    /** What the bytes were, where they had to be converted: "gbk". Null: UTF-8, or no bytes. */
    encoding: text(),
    /** Counts every change; a change names the one it saw, so nothing is overwritten unseen. */
    version: integer().notNull().default(1),
    /** The number of the newest edit that is in force; edits beyond it were undone. */
    edit: integer().notNull().default(0),
    /** Whose blocks are its text; null: its own. A whole new text is written where nobody sees it, and then taken by this. */
    textIn: text(),
    /** Of one that only holds a text: the draft it is for. */
    textFor: text(),
    /** Why the revision is made, as far as it is said already, plain text; null: it is not. */
    why: text(),
    /** The version whose carry-over was computed; null: none was. Another version's review is out of date. */
    reviewed: integer(),
    /** Who began it; null for the operator's command line. */
    byMemberId: text().references(() => member.id),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (d) => [uniqueIndex("revision_draft_article").on(d.articleId, d.retired), index("revision_draft_retired").on(d.retired), index("revision_draft_updated").on(d.updatedAt, d.id)],
);

export const draftBlock = table(
  "draft_block",
  {
    draftId: text().notNull().references(() => revisionDraft.id),
    /** The id that lives across revisions. */
    blockId: text().notNull(),
    /** Orders them; with gaps, so that a new one fits between two. */
    position: integer().notNull(),
    kind: text().$type<BlockKind>().notNull(),
    text: text().notNull(),
    marks: json<Mark[]>().notNull(),
    shape: json<BlockShape>().notNull(),
    /** Left out of the article, but still there to be taken back. */
    dropped: boolean().notNull().default(false),
  },
  (b) => [primaryKey({ columns: [b.draftId, b.blockId] }), index("draft_block_position").on(b.draftId, b.position)],
);

/** A draft's block as an edit found or left it; without `kind` and the rest there was none. */
export type BlockState = { blockId: string; block: { position: number; kind: BlockKind; text: string; marks: Mark[]; shape: BlockShape; dropped: boolean } | null };

/** The names of what is done to a draft's blocks. */
export type EditKind = "join" | "split" | "retype" | "drop" | "keep" | "text";

/** What was done to a draft, so that it can be undone and done again. */
export const draftEdit = table(
  "draft_edit",
  {
    draftId: text().notNull().references(() => revisionDraft.id),
    /** From 1, in the order done. */
    number: integer().notNull(),
    kind: text().$type<EditKind>().notNull(),
    before: json<BlockState[]>().notNull(),
    after: json<BlockState[]>().notNull(),
    /** The texts it exchanged, where it put a whole new one in place; null: it changed blocks. */
    textBefore: text(),
    textAfter: text(),
    byMemberId: text().references(() => member.id),
    at: moment().notNull(),
  },
  (e) => [primaryKey({ columns: [e.draftId, e.number] })],
);

/** What an import is doing. */
export type ImportPhase = "fetching" | "reading" | "pictures" | "keeping" | "done" | "refused";

/** An import under way or ended: what its page shows while somebody waits. */
export const importing = table(
  "importing",
  {
    id: text().primaryKey(),
    memberId: text().notNull().references(() => member.id),
    /** The file's name, or the address. */
    what: text().notNull(),
    phase: text().$type<ImportPhase>().notNull(),
    /** Of the phase, in its own units (bytes, blocks, pictures); null: nobody knows yet. */
    done: integer().notNull().default(0),
    total: integer(),
    /** Why there is no article: a code and its parameters. */
    refusal: json<Record<string, string | number | null>>(),
    /** The article made of it. */
    articleId: text().references(() => article.id),
    createdAt: moment().notNull(),
    /** When it last said how far it is; one that falls silent was cut off. */
    saidAt: moment().notNull(),
  },
  (i) => [index("importing_member").on(i.memberId, i.createdAt), index("importing_created").on(i.createdAt)],
);

/** A place as it was computed. */
export type ComputedPlace = { group: CarryGroup; number: number; blockId: string | null; start: number | null; end: number | null; place: "same" | "moved" | "removed"; text: "exact" | "changed"; method: CarryMethod };

/** Where a draft, once published, would show a thread of the article's discussion, and what an editor decided about it. */
export const carryOver = table(
  "carry_over",
  {
    draftId: text().notNull().references(() => revisionDraft.id),
    threadId: text().notNull().references(() => thread.id),
    discussionId: text().notNull().references(() => discussion.id),
    group: text().$type<CarryGroup>().notNull(),
    /** The number of its block in the newest revision, by which the review is ordered; 0: the whole article, or gone already. */
    oldNumber: integer().notNull(),
    /** The number of its block in the draft; 0: the whole article, or removed. */
    number: integer().notNull(),
    /** Its lasting id, by which a decision is found again in a later version of the draft. */
    blockId: text(),
    start: integer(),
    end: integer(),
    place: text().$type<"same" | "moved" | "removed">().notNull(),
    text: text().$type<"exact" | "changed">().notNull(),
    /** How it was found; "person" once an editor chose the passage. */
    method: text().$type<CarryMethod>().notNull(),
    /** In hundredths. */
    likeness: integer().notNull(),
    /** Where to look for what was removed: the number of a block of the draft, and its lasting id. */
    nearest: integer(),
    nearestId: text(),
    /** Of the event that tells of it, and of the passage that was chosen: made beforehand, so that publishing copies rows and makes none. Null: before this was kept. */
    writtenAs: text(),
    /** What was computed, so that a decision can be taken back; null: before this was kept. */
    computed: json<ComputedPlace>(),
    decision: text().$type<"accepted" | "attached" | "detached">(),
    decidedBy: text().references(() => member.id),
    /** Of the decision itself, which may be about many threads; whoever decides names the one they saw. */
    decidedIn: text(),
  },
  (c) => [primaryKey({ columns: [c.draftId, c.threadId] }), index("carry_over_group").on(c.draftId, c.group, c.oldNumber, c.threadId)],
);

/** What the carrying of a discussion is doing. */
export type CarryingPhase = "reading" | "aligning" | "placing" | "keeping" | "publishing" | "done" | "refused";

/** A review that is being computed, or a draft that is being published; one of a draft at most, and what came of it. */
export const carrying = table("carrying", {
  draftId: text().primaryKey().references(() => revisionDraft.id),
  /** Of this attempt: one that another took the place of writes no more. */
  id: text().notNull(),
  act: text().$type<"review" | "publish">().notNull(),
  /** The version of the draft that it is about. */
  version: integer().notNull(),
  phase: text().$type<CarryingPhase>().notNull(),
  /** Of the phase, in its own units (steps, threads, rows); null: nobody knows yet. */
  done: integer().notNull().default(0),
  total: integer(),
  /** Why it came to nothing: a code and its parameters. */
  refusal: json<Record<string, string | number | null>>(),
  /** What became of each block, once computed: the map of the revision to be. */
  fates: json<StoredFate[]>(),
  /** How much of the newest revision's text lives on in the draft, in hundredths. */
  kept: integer(),
  /** Counts decisions: what is published is what was decided when it was looked at. */
  decisions: integer().notNull().default(0),
  byMemberId: text().references(() => member.id),
  createdAt: moment().notNull(),
  /** When it last said how far it is; one that falls silent was cut off. */
  saidAt: moment().notNull(),
});
