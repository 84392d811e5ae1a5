/** An editor's pages once more, as things stand now, with what was wrong; what was written stays. */
import { refusalOf } from "../../server/trpc";
import { DraftBlockPage } from "../_ui/editor/block-page";
import { DraftPage } from "../_ui/editor/draft-page";
import type { HeadValues } from "../_ui/editor/head-form";
import { PublicArticlePage, type PublicArticleProps } from "../_ui/editor/public-page";
import { comeBack, type Sent } from "./form";

/** Who may not edit at all, or whose draft is gone, is told so: there is no page to come back to. */
export function throwIfNowhere(error: unknown): void {
  const reason = refusalOf(error)?.reason;
  if (reason === "notAllowed.signIn" || reason?.startsWith("noSuch.")) throw error;
}

export async function draftAgain(sent: Sent, error: unknown, values: HeadValues | null = null): Promise<Response> {
  throwIfNowhere(error);
  const { words, ask, context } = sent;
  const at = sent.field("block") || null;
  const draft = await ask.editing.draft({ slug: sent.field("of"), at });
  return comeBack(sent, error, (why) => <DraftPage words={words} reader={context.reader} draft={draft} values={values} error={why} />);
}

export async function blockAgain(sent: Sent, error: unknown, written: string | null): Promise<Response> {
  throwIfNowhere(error);
  const { words, ask, context } = sent;
  const [{ title }, view] = await Promise.all([ask.editing.article({ slug: sent.field("of") }), ask.editing.block({ slug: sent.field("of"), block: sent.field("block") })]);
  return comeBack(sent, error, (why) => <DraftBlockPage words={words} reader={context.reader} title={title} view={view} written={written} error={why} />);
}

export async function publicAgain(sent: Sent, error: unknown, written: PublicArticleProps["written"]): Promise<Response> {
  throwIfNowhere(error);
  const { words, ask, context } = sent;
  const article = await ask.editing.article({ slug: sent.field("of") });
  return comeBack(sent, error, (why) => <PublicArticlePage words={words} reader={context.reader} article={article} written={written} error={why} />);
}
