import { isCjk } from "./characters";
import { isBlock, isElement, leadsElsewhere } from "./html-elements";
import type { PageElement } from "./html-tree";
import { isProse, wordsIn } from "./sentence-like";

/** How much an element says, in code units: `text` in all, `prose` in paragraphs that are sentences and no links; whether a heading of the first level, or an article, is in it. */
export type Measure = { text: number; prose: number; isTitled: boolean };

/** Words of which more than half lead elsewhere are a list of links, even with a full stop. */
const mostLinked = 0.5;

/** Measures every element of a page, each once. */
export function measured(page: PageElement): (element: PageElement) => Measure {
  const measures = new Map<PageElement, Measure>();
  new Measuring(measures).visit(page);
  return (element) => measures.get(element) ?? { text: 0, prose: 0, isTitled: false };
}

class Measuring {
  private run: string[] = [];
  private linked = 0;
  private links = 0;

  constructor(private readonly measures: Map<PageElement, Measure>) {}

  visit(element: PageElement): Measure {
    const measure: Measure = { text: 0, prose: 0, isTitled: element.tag === "h1" || element.tag === "article" };
    const isLink = leadsElsewhere(element);
    if (isLink) this.links += 1;
    for (const child of element.children) {
      if (!isElement(child)) this.take(child, measure);
      else if (child.tag === "br") this.run.push("\n");
      else if (isBlock(child)) {
        this.endRun(measure);
        add(measure, this.visit(child));
      } else add(measure, this.visit(child));
    }
    if (isLink) this.links -= 1;
    if (isBlock(element) || element.parent === null) this.endRun(measure);
    this.measures.set(element, measure);
    return measure;
  }

  private take(text: string, measure: Measure): void {
    const words = text.trim();
    measure.text += words.length;
    if (this.links > 0) this.linked += words.length;
    this.run.push(text.replace(/\s+/g, " "));
  }

  /** A run of words ends where a block does, and counts for the element it ends in; a blank line parts it. */
  private endRun(measure: Measure): void {
    const text = this.run.join("").trim();
    if (text !== "" && this.linked < text.length * mostLinked) {
      for (const paragraph of text.split(/\n\s*\n/)) if (isProse(paragraph) || isLong(paragraph)) measure.prose += paragraph.length;
    }
    this.run = [];
    this.linked = 0;
  }
}

/** Some write without full stops; no button and no menu is so long, in words or Chinese characters. */
const isLong = (text: string) => (isCjk(text) ? text.length >= longCjk : wordsIn(text) >= longWords);
const longWords = 30;
const longCjk = 35;

function add(measure: Measure, { text, prose, isTitled }: Measure): void {
  measure.isTitled ||= isTitled;
  measure.text += text;
  measure.prose += prose;
}
