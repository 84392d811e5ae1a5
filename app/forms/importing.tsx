/** Bringing in an article by a form: a paste, a file or an address. */
import { badField } from "../../server/refusals";
import type { ImportStatus } from "../../server/importing/queries";
import { ownDocument } from "../_asking/answers";
import { wholeNumber } from "../_asking/request";
import { formErrorOf, retryHeaders, statusOf } from "../_asking/refused";
import { refusalOf } from "../../server/trpc";
import { importRefusal } from "../_ui/editor/import-refusal";
import { ReplacePage } from "../_ui/editor/replace-page";
import { EditorListPage } from "../_ui/editor/list-page";
import type { FormError } from "../_ui/form-error";
import { editorPath } from "../_ui/paths";
import { throwIfNowhere } from "./editing-again";
import { type Form, leadTo, type Sent } from "./form";
import { until } from "./until";

/** What takes no longer needs no page to wait on. A paste is nowhere but in the form until it is known to be kept, and is read in no time unless others are read. */
const WAITED_MS = { paste: 10_000, other: 1_000 };

type Source = Awaited<ReturnType<typeof sourceIn>>;

export const importArticle = bringIn((sent, source) => sent.ask.editing.import({ source, language: sent.field("language") || null }), again);

/** A whole new text for the draft of a next revision. */
export const replaceText = bringIn((sent, source) => sent.ask.revising.replace({ slug: sent.field("of"), version: wholeNumber(sent.field("version")) ?? 0, source }), replaceAgain);

function bringIn(begin: (sent: Sent, source: Source) => Promise<{ id: string }>, comeAgain: typeof again): Form {
  return async (sent) => {
    try {
      const { id } = await begin(sent, await sourceIn(sent));
      const status = await soonEnded(sent, id);
      const why = importRefusal(sent.words, status);
      if (why !== null) return await comeAgain(sent, { field: "import", message: why }, 400, {});
      return leadTo(sent, sent.words.to(status.slug === null ? `/editor/imports/${id}` : editorPath(encodeURIComponent(status.slug))));
    } catch (error) {
      throwIfNowhere(error);
      return comeAgain(sent, formErrorOf(error, sent.words), statusOf(error), retryHeaders(refusalOf(error)));
    }
  };
}

/** The first of the three that was given. @throws Refusal field.noFile */
async function sourceIn(sent: Sent) {
  const [text, file, url] = [sent.field("text"), sent.file("file"), sent.field("url").trim()];
  if (text.trim() !== "") return { bytes: new TextEncoder().encode(text), name: null };
  if (file !== null) return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name };
  if (url === "") throw badField("import", { fault: "noFile" });
  return { url };
}

function soonEnded({ ask, field }: Sent, id: string): Promise<ImportStatus> {
  const ms = field("text").trim() === "" ? WAITED_MS.other : WAITED_MS.paste;
  return until(ms, () => ask.editing.importing({ id }), ({ phase }) => phase === "done" || phase === "refused");
}

/** The form once more with what was written; a file has to be chosen again, browsers allow nothing else. */
async function again({ words, ask, context, field }: Sent, error: FormError, status: number, headers: Record<string, string>): Promise<Response> {
  const [{ drafts, next }, { articles, next: nextArticles }] = await Promise.all([ask.editing.drafts({}), ask.editing.articles({})]);
  const lists = { drafts, articles, shown: { drafts: null, articles: null }, next: { drafts: next, articles: nextArticles } };
  const values = { text: field("text"), url: field("url"), language: field("language") };
  return ownDocument(<EditorListPage words={words} reader={context.reader} {...lists} values={values} error={error} />, status, headers);
}

async function replaceAgain({ words, ask, context, field }: Sent, error: FormError, status: number, headers: Record<string, string>): Promise<Response> {
  const draft = await ask.editing.draft({ slug: field("of") });
  return ownDocument(<ReplacePage words={words} reader={context.reader} draft={draft} values={{ text: field("text"), url: field("url") }} error={error} />, status, headers);
}
