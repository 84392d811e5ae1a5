/** Addresses of pages, without a language; `pathIn` puts them into one. */
import type { Language } from "../../domain/reading";
import { type ThreadWish, threadOrders } from "../../domain/thread-list";

export function otherLanguage(language: Language): Language {
  return language === "en" ? "zh" : "en";
}

/** Where a discussion is read: on its article's own pages, by the slug, or on a class's (`readAt`). */
export type Seat = { slug: string; readAt?: string | undefined };

/** The page of an article, or that on which a class reads it. */
export function articlePath(of: string | Seat): string {
  return typeof of === "string" ? `/articles/${of}` : (of.readAt ?? `/articles/${of.slug}`);
}

/** Everything on one page. */
export function allPath(of: Seat): string {
  return `${articlePath(of)}/all`;
}

/** Lasting: what stands there never changes. */
export function revisionPath(slug: string, revision: number): string {
  return `/articles/${slug}/v/${revision}`;
}

/** All revisions; `after`: the cursor of a page. */
export function revisionsPath(slug: string, { after }: { after?: string | null } = {}): string {
  return withQuery(`/articles/${slug}/revisions`, { after: after ?? undefined });
}

/** What changed from one revision to a later one. */
export function comparePath(slug: string, from: number, to: number, { after }: { after?: string } = {}): string {
  return withQuery(`${revisionPath(slug, from)}/compare/${to}`, { after });
}

/** Where the form that chooses two of them leads. */
export function chooseComparisonPath(slug: string): string {
  return `/articles/${slug}/compare`;
}

/** A member's own comments whose passage changed. */
export function changedPath({ after }: { after?: string | null } = {}): string {
  return withQuery("/me/changed", { after: after ?? undefined });
}

export function blockPath(of: string | Seat, number: number): string {
  return `${articlePath(of)}/blocks/${number}`;
}

/** `from`: the comment at which a deep thread is taken up again. `after`: the cursor of a page. */
export function threadPath(of: string | Seat, threadId: string, { from, after }: { from?: string; after?: string } = {}): string {
  return withQuery(`${articlePath(of)}/threads/${threadId}`, { from, after });
}

/** The list of threads; what need not be named is not. */
export function threadsPath(slug: string, { order, kind, answer, by, after }: Partial<ThreadWish> & { after?: string | null } = {}): string {
  return withQuery(`/articles/${slug}/threads`, { order: order === threadOrders[0] ? undefined : order, kind: kind ?? undefined, answer: answer ?? undefined, by: by ?? undefined, after: after ?? undefined });
}

/** What the reader has not read of an article. */
export function newPath(slug: string, { after }: { after?: string } = {}): string {
  return withQuery(`/articles/${slug}/new`, { after });
}

/** The statement of reasons. */
export function decisionPath(id: string): string {
  return `/decisions/${id}`;
}

/** The statement of a suspension, for who holds the link to it and cannot sign in. */
export function doorPath(token: string): string {
  return `/sign-in/statement/${token}`;
}

export function noticesPath({ after }: { after?: string | null } = {}): string {
  return withQuery("/me/notices", { after: after ?? undefined });
}

/** An objection, as moderators decide it. */
export function appealPath(id: string): string {
  return `/moderation/appeals/${id}`;
}

/** The public log; `after`: the order of the row before the page. */
export function logPath({ after }: { after?: number | null } = {}): string {
  return withQuery("/moderation/log", { after: after?.toString() });
}

export function logRowPath(order: number): string {
  return `/moderation/log/${order}`;
}

/** `month`: "2026-05". */
export function monthReportPath(month?: string, ending: "" | ".csv" = ""): string {
  return withQuery(`/moderation/report${ending}`, { month });
}

export function commentPath(id: string): string {
  return `/comments/${id}`;
}

/** Where a comment is reported. `words`: those that were chosen in it. */
export function reportPath(id: string, { words }: { words?: string } = {}): string {
  return withQuery(`${commentPath(id)}/report`, { words });
}

/** A member's own comments that wait for a moderator; one of them. */
export function heldPath(id: string | null = null): string {
  return id === null ? "/me/held" : `/me/held/${id}`;
}

/** What a member reported, and what became of it. */
export function ownReportsPath({ after }: { after?: string | null } = {}): string {
  return withQuery("/me/reports", { after: after ?? undefined });
}

/** How comments are moderated here. */
export function moderationSettingsPath(): string {
  return "/moderation/settings";
}

/** Where editors correct an article, withdraw it and so on. `at`: a block to look for. */
export function editorPath(slug: string, { page, at }: { page?: number; at?: string } = {}): string {
  return withQuery(`/editor/${slug}`, { page: page === 1 ? undefined : page?.toString(), at });
}

export function draftBlockPath(slug: string, block: string): string {
  return `/editor/${slug}/blocks/${block}`;
}

/** Dates, prompt, answers and response of an article's discussion. */
export function editorDiscussionPath(slug: string): string {
  return `/editor/${slug}/discussion`;
}

/** Where editors answer a thread. */
export function editorThreadPath(slug: string, thread: string): string {
  return `/editor/${slug}/threads/${thread}`;
}

/** The response to comments; with ".md" or ".docx" behind it, as a file. */
export function responsePath(slug: string, { after }: { after?: string } = {}): string {
  return withQuery(`/articles/${slug}/response`, { after });
}

/** What a draft does to the discussion; `group`: of which threads; `after`: the cursor of a page. */
export function reviewPath(slug: string, { group, after }: { group?: string; after?: string } = {}): string {
  return withQuery(`/editor/${slug}/review`, { group, after });
}

/** The passages of a draft that a thread may belong to; `in`: the number of one, to choose among its words. The rest leads back to the review. */
export function passagesPath(slug: string, about: { thread: string; query?: string; in?: string; page?: number; group?: string; after?: string; then?: string }): string {
  return withQuery(`/editor/${slug}/review/passages`, { ...about, page: about.page === 1 ? undefined : about.page?.toString() });
}

/** `words`: code points of the block, "12-40". */
export function composePath(about: { discussion: string; block?: number; words?: string; revision?: number; parent?: string }): string {
  return withQuery("/compose", {
    discussion: about.discussion,
    parent: about.parent,
    block: about.block?.toString(),
    words: about.words,
    revision: about.revision?.toString(),
  });
}

/** From where a comment is changed or withdrawn, and where its author is led back to. */
export const FROM_CHANGED = "changed";

/** Where the comment with this id is changed; `from`: see `FROM_CHANGED`. */
export function editPath(comment: string, from?: string): string {
  return withQuery("/compose", { edit: comment, from });
}

/** A class, or one of its pages. */
export function classPath(id: string, page?: "people" | "roster" | "codes" | "cards" | "settings" | "log" | "reports" | "moderation-log" | "assignments/new" | "copy" | "end" | "archive"): string {
  return page === undefined ? `/classes/${id}` : `/classes/${id}/${page}`;
}

/** Where those who teach a class decide about a comment. */
export function classCasePath(id: string, comment: string): string {
  return `${classPath(id, "reports")}/${comment}`;
}

/** Where a place of a class is changed. */
export function classPlacePath(id: string, place: string): string {
  return `${classPath(id, "people")}/${place}`;
}

/** What is certified of classes that have ended. */
export function certificatesPath(after?: string): string {
  return withQuery("/classes/certificates", { after });
}

export function certificatePath(id: string): string {
  return `${certificatesPath()}/${id}`;
}

/** A student's record, or it as a file; `place` null: one's own. */
export function recordPath(id: string, place: string | null, ending: "" | ".html" = ""): string {
  return place === null ? `${classPath(id)}/record${ending}` : `${classPlacePath(id, place)}/record${ending}`;
}

/** `code`: as it is kept; null: where it is typed. */
export function joinPath(code: string | null = null): string {
  return code === null ? "/join" : `/join/${code}`;
}

/** Where an assignment is changed by its teacher. */
export function assignmentSettingsPath(id: string): string {
  return `/assignments/${id}/settings`;
}

export function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given.set(name, value);
  return given.size === 0 ? path : `${path}?${given}`;
}
