import { isBlock, isElement, leadsElsewhere } from "./html-elements";
import type { PageElement } from "./html-tree";
import { isProse } from "./sentence-like";

/** How much an element says, in code units: `text` in all, `prose` in paragraphs that are sentences and no links. */
export type Measure = { text: number; prose: number };

/** Words of which more than half lead elsewhere are a list of links, even with a full stop. */
const mostLinked = 0.5;

/** Measures every element of a page, each once. */
export function measured(page: PageElement): (element: PageElement) => Measure {
  const measures = new Map<PageElement, Measure>();
  new Measuring(measures).visit(page);
  return (element) => measures.get(element) ?? { text: 0, prose: 0 };
}

class Measuring {
  private run: string[] = [];
  private linked = 0;
  private links = 0;

  constructor(private readonly measures: Map<PageElement, Measure>) {}

  visit(element: PageElement): Measure {
    const measure: Measure = { text: 0, prose: 0 };
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
    if (words === "") return;
    measure.text += words.length;
    if (this.links > 0) this.linked += words.length;
    this.run.push(text.replace(/\s+/g, " "));
  }

  /** A run of words ends where a block does, and counts for the element it ends in; a blank line parts it. */
  private endRun(measure: Measure): void {
    const text = this.run.join("").trim();
    if (text !== "" && this.linked < text.length * mostLinked) {
      for (const paragraph of text.split(/\n\s*\n/)) if (isProse(paragraph)) measure.prose += paragraph.length;
    }
    this.run = [];
    this.linked = 0;
  }
}

function add(measure: Measure, { text, prose }: Measure): void {
  measure.text += text;
  measure.prose += prose;
}
