import { legible, onOneLine } from "./characters";
import type { PageElement, PageNode } from "./html-tree";

/** Elements that begin a line of their own; all others run within one. */
const blockTags = new Set(
  "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr caption ul".split(" "),
);

export const isElement = (node: PageNode | undefined): node is PageElement => typeof node === "object";

/** Style sheets of elements' own are read where they set a block into the line. */
export const isBlock = ({ tag, attributes }: PageElement): boolean => blockTags.has(tag) && !/(?:^|;)\s*display\s*:\s*(?:-webkit-)?inline/i.test(attributes.get("style") ?? "");

export const attributeOf = (element: PageElement, name: string): string => element.attributes.get(name) ?? "";

/** The element and all within it that the question is answered yes for, in the page's order. */
export function elementsIn(root: PageElement, question: (element: PageElement) => boolean): PageElement[] {
  const found: PageElement[] = [];
  const visit = (element: PageElement): void => {
    if (question(element)) found.push(element);
    for (const child of element.children) if (isElement(child)) visit(child);
  };
  visit(root);
  return found;
}

export function firstIn(root: PageElement, question: (element: PageElement) => boolean): PageElement | null {
  if (question(root)) return root;
  for (const child of root.children) {
    const found = isElement(child) ? firstIn(child, question) : null;
    if (found) return found;
  }
  return null;
}

/** The element itself or the nearest around it that the question is answered yes for. */
export function closest(element: PageElement | null, question: (element: PageElement) => boolean): PageElement | null {
  for (let at = element; at; at = at.parent) if (question(at)) return at;
  return null;
}

/**
 * As `closest`, for a question about tag and names only, which never change: each element is asked once, however many are
 * within it.
 */
export function closestOf(question: (element: PageElement) => boolean): (element: PageElement | null) => PageElement | null {
  const answers = new WeakMap<PageElement, PageElement | null>();
  return (element) => {
    const asked: PageElement[] = [];
    let answer: PageElement | null = null;
    for (let at = element; at; at = at.parent) {
      const known = answers.get(at);
      if (known !== undefined) {
        answer = known;
        break;
      }
      asked.push(at);
      if (question(at)) {
        answer = at;
        break;
      }
    }
    for (const one of asked) answers.set(one, answer);
    return answer;
  };
}

export const isWithin = (element: PageElement | null, outer: PageElement): boolean => closest(element, (one) => one === outer) !== null;

/** An element's words on one line, blocks and broken lines parted by a space; no more than `most` code units are looked for. */
export function textOf(node: PageNode, most = Number.POSITIVE_INFINITY): string {
  const parts: string[] = [];
  collect(node, parts, { left: most });
  return onOneLine(legible(parts.join("")));
}

function collect(node: PageNode, parts: string[], budget: { left: number }): void {
  if (budget.left <= 0) return;
  if (!isElement(node)) {
    parts.push(node);
    budget.left -= node.trim().length;
    return;
  }
  const parted = isBlock(node) || node.tag === "br" ? " " : "";
  parts.push(parted);
  for (const child of node.children) collect(child, parts, budget);
  parts.push(parted);
}

/** Whether an element is a link to another page, and not to a place on its own. */
export function leadsElsewhere(element: PageElement): boolean {
  return element.tag === "a" && /^(?!#|mailto:|tel:|javascript:|data:)./i.test(attributeOf(element, "href").trim());
}

/** Takes out of the page the elements the question is answered yes for, and hands them over in order. */
export function without(root: PageElement, question: (element: PageElement) => boolean): PageElement[] {
  const left: PageElement[] = [];
  const visit = (element: PageElement): void => {
    element.children = element.children.filter((child) => {
      if (!isElement(child)) return true;
      if (!question(child)) return true;
      left.push(child);
      return false;
    });
    for (const child of element.children) if (isElement(child)) visit(child);
  };
  visit(root);
  return left;
}

/** Where page makers name what an element is, besides its class and id. */
const naming = ["class", "id", "data-component", "data-testid", "data-test-id", "data-qa", "data-gu-name"];

const none: string[] = [];
const known = new WeakMap<PageElement, string[]>();

/** The words an element's names are made of, small: "post-meta sd_social" is post, meta, sd and social. */
export function namesOf(element: PageElement): string[] {
  if (element.attributes.size === 0) return none;
  const before = known.get(element);
  if (before) return before;
  const written = naming.map((name) => attributeOf(element, name)).join(" ").slice(0, longestNames);
  const names = written.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((name) => name !== "");
  known.set(element, names);
  return names;
}

/** Frameworks write dozens of classes on an element; more than this many characters of them tell nothing new. */
const longestNames = 600;
