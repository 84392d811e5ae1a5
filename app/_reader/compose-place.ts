/** Where the form goes: below the comment it answers, or at the end of what is said on the block. */
export function placeOf(link: HTMLAnchorElement): Element {
  return link.closest("article.comment") ?? link.closest("p.add") ?? link;
}
