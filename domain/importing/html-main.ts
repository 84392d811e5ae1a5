import { attributeOf, closest, elementsIn, isElement, isWithin } from "./html-elements";
import { measured, type Measure } from "./html-measure";
import type { PageElement } from "./html-tree";

/** A child with nearly all of its parent's prose is where the text is; what remains is a line beside it. */
const nearlyAll = 0.9;

/** A part marked as the article's is it when it holds this much of what is left of the page; less, when the title is in it. */
const enoughOfMarked = 0.6;
const enoughOfTitled = 0.2;

/** One part of several, by far the largest, is the article among teasers. */
const mostOfUnmarked = 0.6;

const marksBody = /^(?:article-?body|entry-?content|post-?content|story-?body(?:-?text)?|article-?content|article-?text|post-?body|td-post-content|trs_?editor|mw-parser-output|pages_?content|zoom|artibody|article_?detail|news_?content|content_?text|main_?content_?val|rich_media_content|jnhtml|govspeak|body-?text|text-?content|detail-?content|field--name-body)$/i;

/** The smallest element that holds the article's text; null when the page has no prose at all. */
export function mainOf(page: PageElement, title: PageElement | null): PageElement | null {
  const measure = measured(page);
  let main = page;
  if (measure(main).prose === 0) return null;
  for (;;) {
    const inner = innerOf(main, measure, title);
    if (!inner) return main;
    main = inner;
  }
}

function innerOf(outer: PageElement, measure: (element: PageElement) => Measure, title: PageElement | null): PageElement | null {
  const all = measure(outer).prose;
  const children = outer.children.filter(isElement).sort((a, b) => measure(b).prose - measure(a).prose);
  const [largest, second] = children;
  if (!largest) return null;
  if (measure(largest).prose >= all * nearlyAll) return largest.tag === "p" ? null : largest;
  const marked = elementsIn(outer, (element) => element !== outer && isMarked(element)).sort((a, b) => measure(b).prose - measure(a).prose)[0];
  if (!isMarked(outer) && marked && measure(marked).prose >= all * enoughOfMarked) return marked;
  const titled = title && closest(title, (element) => element !== outer && isMarked(element) && isWithin(element, outer));
  if (!isMarked(outer) && titled && measure(titled).prose >= all * enoughOfTitled) return titled;
  if (isMarked(outer)) return null;
  const others = second ? measure(second).prose : 0;
  return measure(largest).prose >= all * mostOfUnmarked && others < measure(largest).prose * 0.25 && largest.tag !== "p" ? largest : null;
}

function isMarked(element: PageElement): boolean {
  if (element.tag === "article" || attributeOf(element, "itemprop").split(/\s+/).includes("articleBody")) return true;
  return `${attributeOf(element, "class")} ${attributeOf(element, "id")}`.split(/\s+/).some((name) => marksBody.test(name));
}
