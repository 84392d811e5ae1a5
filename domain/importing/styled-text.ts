import { codePoints, type Mark, type Span } from "../blocks";
import { breaksWithoutSpace, legible } from "./characters";

/** A mark before it is known where it stands. */
export type Style = Mark extends infer Each ? (Each extends Mark ? Omit<Each, keyof Span> : never) : never;

type Open = { style: Style | null; start: number | null };

/**
 * Text put together piece by piece, its white space made single as it comes, so that marks, in code points, stand right
 * whatever was collapsed before them. Styles are closed in the reverse of the order they were opened in; one that covers
 * no word, or a null one, leaves no mark.
 */
export class StyledText {
  private parts: string[] = [];
  private length = 0;
  private last = "";
  private gap: "none" | "space" | "line" = "none";
  private open: Open[] = [];
  private done: Mark[] = [];

  add(text: string): this {
    for (const [at, word] of legible(text).split(/\s+/).entries()) {
      if (at > 0 && this.gap === "none") this.gap = "space";
      if (word !== "") this.put(word);
    }
    return this;
  }

  /** The source's line ends here: a space, but nothing inside Chinese. */
  breakLine(): void {
    this.gap = "line";
  }

  /** A table's next cell begins. Tabs stay, first and last ones too, since they tell which column a cell is in. */
  nextCell(): void {
    this.gap = "none";
    this.parts.push("\t");
    this.length += 1;
    this.last = "";
  }

  begin(style: Style | null): void {
    this.open.push({ style, start: null });
  }

  end(): void {
    const closed = this.open.pop();
    if (!closed?.style || closed.start === null) return;
    this.done.push({ ...closed.style, start: closed.start, end: this.length });
  }

  get text(): string {
    return this.parts.join("");
  }

  /** In the order of their beginnings, the wider first. */
  get marks(): Mark[] {
    return [...this.done].sort((a, b) => a.start - b.start || b.end - a.end);
  }

  private put(word: string): void {
    const [first = ""] = word;
    const isParted = this.last !== "" && this.gap !== "none";
    if (isParted && !(this.gap === "line" && breaksWithoutSpace(this.last, first))) {
      this.parts.push(" ");
      this.length += 1;
    }
    for (const open of this.open) open.start ??= this.length;
    this.parts.push(word);
    this.length += codePoints(word);
    this.last = Array.from(word.slice(-2)).at(-1) ?? "";
    this.gap = "none";
  }
}
