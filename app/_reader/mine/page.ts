/** What a page shows, told by its markup. */

/** The discussion that is written in from this page; null: there is none. */
export function discussionHere(): string | null {
  const base = document.querySelector<HTMLElement>("[data-compose]")?.dataset.compose;
  return base ? new URL(base, location.href).searchParams.get("discussion") : null;
}

/** The article's own page shows threads of all its blocks, others some of one. */
export function isArticlePage(): boolean {
  return document.querySelector(".sheet:not(.flat)") !== null;
}

export function threadsHere(): string[] {
  return [...document.querySelectorAll<HTMLElement>("section.thread")].flatMap(({ dataset }) => dataset.threadId ?? []);
}

export function commentsHere(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("article.comment[data-seq]")];
}

export function threadOf(comment: Element): string {
  return comment.closest<HTMLElement>("section.thread")?.dataset.threadId ?? "";
}
