/** Where the form goes: below the comment it answers, or at the end of what is said on the block. */
export function placeOf(link: HTMLAnchorElement): Element {
  const offer = link.closest(".offer");
  // No form stands between the rows of a table.
  return link.closest("article.comment") ?? link.closest(".block.table") ?? link.closest("p.add") ?? (offer ? endOfBlock(link) ?? offer : link);
}

/** After all that is said on the block that the address names, or after its count. */
function endOfBlock({ href }: HTMLAnchorElement): Element | null {
  const block = new URL(href).searchParams.get("block") ?? "";
  const threads = document.querySelector(`.threads[data-block="${block}"]`);
  if (threads) return threads.querySelector(":scope > p.add") ?? threads.lastElementChild;
  return document.querySelector(`a.count[data-block="${block}"]`);
}
