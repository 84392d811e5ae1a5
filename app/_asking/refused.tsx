/** Refusals as pages: the status they deserve, and what the reader can do. */
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { pathIn } from "../../domain/language-paths";
import { log, notedPath } from "../../server/log";
import type { RefusalDetails, Suspension } from "../../server/refusals";
import { refusalOf } from "../../server/trpc";
import type { FormError } from "../_ui/form-error";
import { SuspendedPage } from "../_ui/moderation/suspended-page";
import { type NoticeKind, NoticePage } from "../_ui/notice-page";
import type { Words } from "../_ui/words";
import { ownDocument } from "./answers";
import { withQuery } from "../_ui/paths";

const notices: Record<number, NoticeKind> = { 400: "invalid", 401: "notAllowed", 403: "notAllowed", 404: "notFound", 409: "invalid", 413: "tooLarge", 429: "tooMany", 503: "busy" };

export function said(words: Words, { reason, values }: Pick<RefusalDetails, "reason" | "values">): string {
  return words.t(`refusals.${reason}`, values);
}

export function statusOf(error: unknown): number {
  return error instanceof TRPCError ? getHTTPStatusCodeFromError(error) : 500;
}

export function retryHeaders(refusal: RefusalDetails | null): Record<string, string> {
  return refusal?.retryAfter ? { "retry-after": String(refusal.retryAfter) } : {};
}

/** What a form says beside its field; a fault of ours is noted and said above the form. */
export function formErrorOf(error: unknown, words: Words): FormError {
  const refusal = refusalOf(error);
  if (!refusal) log.error({ err: error }, "form failed");
  return refusal ? { field: refusal.field, message: said(words, refusal) } : { field: null, message: words.t("refusals.failed") };
}

/** A page that says why there is no page. `kept`: a text that must not be lost. */
export async function refusedPage(error: unknown, words: Words, path: string, kept: string | null = null): Promise<Response> {
  const refusal = refusalOf(error);
  const status = statusOf(error);
  if (refusal?.moved !== undefined) return movedTo(refusal.moved, words, path);
  if (refusal?.suspension) return suspendedPage(refusal.suspension, words);
  if (refusal?.withdrawn) return ownDocument(<NoticePage words={words} kind="withdrawn" path={path} withdrawn={refusal.withdrawn} kept={kept} />, GONE);
  if (!refusal) log.error({ err: error, path: notedPath(path) }, "page failed");
  const links = status === 401 ? [{ href: withQuery(words.to("/sign-in"), { next: pathIn(words.language, path) }), label: words.t("bar.signIn") }] : [];
  const message = refusal && refusal.reason !== "invalid" ? said(words, refusal) : null;
  return ownDocument(<NoticePage words={words} kind={notices[status] ?? "wrong"} path={path} message={message} links={links} kept={kept} />, status, retryHeaders(refusal));
}

const SHUT = 403;

/** To who has shown that the account is theirs. */
export function suspendedPage(suspension: Suspension, words: Words): Promise<Response> {
  return ownDocument(<SuspendedPage words={words} suspension={suspension} />, SHUT);
}

/** Said of what was here and is no longer, on purpose. */
const GONE = 410;
/** For ever, and with whatever method it was asked. */
const MOVED = 308;

/**
 * The same page under the article's slug of today, its query kept. Browsers keep such an answer for good, and would go in a
 * circle once an article has its old slug back: they are told to ask each time.
 */
function movedTo(slug: string, words: Words, path: string): Response {
  const now = path.replace(/^\/articles\/[^/?]+/, `/articles/${encodeURIComponent(slug)}`);
  return new Response(null, { status: MOVED, headers: { location: words.to(now), "cache-control": "no-cache" } });
}
