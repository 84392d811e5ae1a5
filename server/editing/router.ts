/** Editing: what may be asked, by editors and administrators alone. */
import { z } from "zod";
import { blockKinds } from "../../domain/blocks";
import { DEEPEST_HEADING } from "../../domain/editing";
import { importStatus } from "../importing/queries";
import { source } from "../importing/source-input";
import { named } from "../inputs";
import { editors, router } from "../trpc";
import { describePicture, drop, joinWithNext, reword, retype, splitAt, takeIn } from "./acts";
import { saveHead } from "./head";
import { redo, undo } from "./history";
import { importDraft } from "./import";
import { discardDraft } from "./keep";
import { draftList, editedArticles } from "./lists";
import { publishDraft } from "./publish";
import { articleToEdit, draftBlockPage, draftView } from "./queries";
import { renameArticle } from "./rename";
import { restoreArticle, withdrawArticle } from "./withdraw";

const after = z.object({ after: named.nullable().default(null) });
const ofDraft = { slug: named, version: z.int32() };
const ofBlock = { ...ofDraft, block: named };
const head = { title: z.string(), standfirst: z.string(), byline: z.string(), date: z.string(), source: z.string(), language: z.string() };

export const editing = router({
  drafts: editors.input(after).query(({ ctx, input }) => draftList(ctx, input)),
  articles: editors.input(after).query(({ ctx, input }) => editedArticles(ctx, input)),
  article: editors.input(z.object({ slug: named })).query(({ ctx, input }) => articleToEdit(ctx, input)),
  draft: editors.input(z.object({ slug: named, page: z.int32().default(1), at: named.nullable().default(null) })).query(({ ctx, input }) => draftView(ctx, input)),
  block: editors.input(z.object({ slug: named, block: named })).query(({ ctx, input }) => draftBlockPage(ctx, input)),
  import: editors.input(z.object({ source, language: named.nullable() })).mutation(({ ctx, input }) => importDraft(ctx, input)),
  importing: editors.input(z.object({ id: named })).query(({ ctx, input }) => importStatus(ctx, input)),
  saveHead: editors.input(z.object({ ...ofDraft, ...head, to: z.string() })).mutation(({ ctx, input }) => saveHead(ctx, input)),
  join: editors.input(z.object(ofBlock)).mutation(({ ctx, input }) => joinWithNext(ctx, input)),
  split: editors.input(z.object({ ...ofBlock, at: z.int32() })).mutation(({ ctx, input }) => splitAt(ctx, input)),
  retype: editors.input(z.object({ ...ofBlock, kind: z.enum(blockKinds), level: z.int().min(1).max(DEEPEST_HEADING).default(1) })).mutation(({ ctx, input }) => retype(ctx, input)),
  reword: editors.input(z.object({ ...ofBlock, text: z.string() })).mutation(({ ctx, input }) => reword(ctx, input)),
  drop: editors.input(z.object({ ...ofBlock, dropped: z.boolean() })).mutation(({ ctx, input }) => drop(ctx, input)),
  describe: editors.input(z.object({ ...ofBlock, alternative: z.string(), decorative: z.boolean() })).mutation(({ ctx, input }) => describePicture(ctx, input)),
  takeIn: editors.input(z.object({ ...ofDraft, which: z.int32(), after: z.int32().min(0) })).mutation(({ ctx, input }) => takeIn(ctx, input)),
  undo: editors.input(z.object(ofDraft)).mutation(({ ctx, input }) => undo(ctx, input)),
  redo: editors.input(z.object(ofDraft)).mutation(({ ctx, input }) => redo(ctx, input)),
  publish: editors.input(z.object(ofDraft)).mutation(({ ctx, input }) => publishDraft(ctx, input)),
  discard: editors.input(z.object(ofDraft)).mutation(({ ctx, input }) => discardDraft(ctx, input)),
  rename: editors.input(z.object({ slug: named, to: z.string() })).mutation(({ ctx, input }) => renameArticle(ctx, input)),
  withdraw: editors.input(z.object({ slug: named, why: z.string() })).mutation(({ ctx, input }) => withdrawArticle(ctx, input)),
  restore: editors.input(z.object({ slug: named })).mutation(({ ctx, input }) => restoreArticle(ctx, input)),
});
