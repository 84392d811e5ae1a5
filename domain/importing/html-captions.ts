import { creditIn } from "./caption";
import type { BlockDraft } from "./draft";
import { closestOf, namesOf } from "./html-elements";
import type { Found } from "./html-found";

/** "Getty Images" and the like, between a picture and its caption. */
const longestCredit = 60;

/** A paragraph that ends with a credit and no picture before it is a caption only while it is short. */
const longestLoneCaption = 300;

/** Pictures with their captions: the text marked as one beside a picture, or that ends with its credit. A picture without is called by its alternative. */
export function withCaptions(found: Found[]): Found[] {
  const result: Found[] = [];
  const captioned = new Set<Found>();
  for (const one of found) {
    const credit = one.block.kind === "paragraph" || one.block.kind === "list-item" ? creditIn(one.block.text) : null;
    const isMarked = isCaption(one);
    if (isMarked && isCreditOf(result.at(-2), result.at(-1))) result.pop();
    const before = result.at(-1);
    const picture = before && isPicture(before) && !captioned.has(before) ? before : null;
    if (isMarked || (credit !== null && (picture !== null || one.block.text.length <= longestLoneCaption))) {
      if (picture) result.pop();
      const figure = { ...one, block: captionedBlock(one.block, picture?.block ?? null, credit) };
      captioned.add(figure);
      result.push(figure);
    } else result.push(one);
  }
  return result.map((one) => (one.block.kind === "figure" && one.block.text === "" ? { ...one, block: called(one.block) } : one));
}

const isPicture = ({ block }: Found) => block.kind === "figure" && block.shape.image !== undefined;

const captionNames = /^(?:caption|figcaption|bildunterschrift|legende|legend|tuzhu|imagetext)$/;

const isCaption = ({ element, block }: Found) =>
  (block.kind === "paragraph" || block.kind === "list-item") &&
  captionAround(element) !== null;

const captionAround = closestOf((one) => one.tag === "figcaption" || (one.tag !== "body" && namesOf(one).some((name) => captionNames.test(name))));


const isCreditOf = (picture: Found | undefined, between: Found | undefined) =>
  picture !== undefined && between !== undefined && isPicture(picture) && between.block.kind === "paragraph" && between.block.text.length < longestCredit;

function captionedBlock({ text, marks }: BlockDraft, picture: BlockDraft | null, credit: ReturnType<typeof creditIn>): BlockDraft {
  const credits = credit ? [{ kind: "credit" as const, ...credit }] : [];
  return { kind: "figure", text, marks: [...marks, ...credits].sort((a, b) => a.start - b.start || b.end - a.end), shape: picture?.shape ?? {} };
}

/** A picture nobody named is called by its address's last part, as in Markdown. */
function called(block: BlockDraft): BlockDraft {
  const source = block.shape.image?.source ?? "";
  return { ...block, text: source.startsWith("data:") ? "" : (source.replace(/[?#].*$/, "").split("/").at(-1) ?? "") };
}
