/** A press on the number in the gutter opens what can be done with its paragraph. */
import { isPlainClick } from "./plain-click";

export function pressNumbers(): void {
  document.addEventListener("click", (event) => {
    if (!isPlainClick(event) || !event.target.matches(".sheet [data-n]")) return;
    const block = event.target.closest<HTMLElement>("[data-block-id]");
    // The number is drawn beside the text, and belongs to it.
    if (!block || event.clientX >= event.target.getBoundingClientRect().left) return;
    void import("./keyboard/block-menu").then(({ openBlockMenu }) => openBlockMenu(block));
  });
}
