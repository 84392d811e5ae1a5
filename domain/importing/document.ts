import type { Draft } from "./draft";
import { withCaptions } from "./html-captions";
import { isBareName } from "./html-byline";
import { creditsIn } from "./html-credits";
import { type HtmlRefusal, inOrder } from "./html";
import { namesOf } from "./html-elements";
import type { Found } from "./html-found";
import { isHeadLine } from "./html-head";
import { languageOf } from "./html-language";
import { metadataOf } from "./html-metadata";
import { notesIn } from "./html-notes";
import { shaped } from "./html-shapes";
import { treeOf } from "./html-tree";
import { leaveVisible } from "./html-visible";
import { blocksIn } from "./html-walk";
import { mayBeTitle } from "./sentence-like";

/** Author, date and a document's number take a line each, below the title. */
const linesBelowTitle = 5;

/** The article in a document that was made into HTML: all of it, for a document has no page around its text. */
export function draftOfDocument(html: string): Draft | HtmlRefusal {
  const page = treeOf(html);
  if ("refused" in page) return page;
  const told = metadataOf(page, null);
  leaveVisible(page);
  const all = blocksIn(page, null, notesIn(page, null));
  const title = titleIn(all);
  const below = all.filter((one) => one !== title);
  const standfirst = below.find(isStandfirst) ?? null;
  const rest = below.filter((one) => one !== standfirst);
  const head = rest.slice(0, linesBelowTitle);
  const credits = head.filter((one, at) => isHeadLine(one, head[at - 1], head[at + 1]));
  const body = shaped(withCaptions(rest.filter((one) => !credits.includes(one)))).filter(({ block }) => block.text !== "" || block.shape.image);
  if (body.length === 0) return { refused: "no-article" };
  const printed = creditsIn({ authors: [], times: [] }, credits, body, { ...told, authors: [] }, null);
  // A document's properties keep who once made the template; only a whole name is worth a guess. When it was made is nothing printed.
  const creator = told.authors.flat().find(isBareName) ?? null;
  return {
    ...printed,
    byline: printed.byline ?? creator,
    title: title?.block.text ?? (told.pageTitle === "" || isNoTitle.test(told.pageTitle) ? null : told.pageTitle),
    standfirst: standfirst?.block.text ?? null,
    language: languageOf(null, body.map(({ block }) => block.text)),
    blocks: inOrder(body.map(({ block }) => block)),
    dropped: [],
  };
}

/** What programs write into a document's title that nobody has named. */
const isNoTitle = /^(?:untitled|document|dokument|unbenannt|文档|新建|microsoft word|word document|slide|presentation|.*\.(?:docx?|odt|dotx?)$)/iu;

/** The block that is styled as the title, or is the only heading of its level and stands first, or a bold first line. */
function titleIn(all: Found[]): Found | null {
  const styled = all.find(({ element }) => namesOf(element).join(" ") === "document title");
  if (styled) return styled;
  const [first, ...others] = all;
  if (first?.block.kind === "heading") return others.some(({ block }) => block.kind === "heading" && block.shape.level === first.block.shape.level) ? null : first;
  return first?.isStrong && first.block.kind === "paragraph" && mayBeTitle(first.block.text) ? first : null;
}

const isStandfirst = ({ element }: Found) => namesOf(element).includes("standfirst");
