/** Where the form goes: below the comment it answers, at the end of what is said on the block, or right below the words chosen. */
export function placeOf(link: HTMLAnchorElement): Element {
  const offer = link.closest(".offer");
  return link.closest("article.comment") ?? link.closest("p.add") ?? (offer && countOf(link)) ?? offer ?? link.closest(".block.table") ?? link;
}

/** What is said on the block comes after its count, and on a phone would part the form from the words. */
function countOf({ href }: HTMLAnchorElement): Element | null {
  const count = document.querySelector(`a.count[data-block="${new URL(href).searchParams.get("block") ?? ""}"]`);
  return count?.closest(".table") ?? count;
}
