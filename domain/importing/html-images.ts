import { onOneLine } from "./characters";
import { attributeOf, elementsIn, namesOf } from "./html-elements";
import { absolute } from "./html-inline";
import type { PageElement } from "./html-tree";

export type Picture = { source: string; alternative: string };

/** Smaller pictures, in CSS pixels, are icons, buttons and counters. */
const smallest = 60;

/** What pictures beside the text are called, in class, id or address. */
const besideText = /^(?:avatar|gravatar|icon|icons|logo|emoji|smiley|wp-smiley|spacer|pixel|tracking|badge|flag|sprite|math|authorimage|headshot)$/;
const besideTextAddress = /(?:^|[/_.-])(?:spacer|pixel|blank|transparent|placeholder|1x1|avatar|gravatar|emoji|smil(?:ey|ies)|favicon|logo|icons?|loading|button|btn|share|qrcode|qr_code)(?:[/_.-]|\d|$)/i;

/** Where scripts find the picture that they fill in when it comes into sight. */
const lazySources = ["data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-hi-res-src", "data-full-src", "data-orig-file", "data-url"];

/** A picture's address and alternative; null for icons, counters and what nobody can fetch. */
export function pictureOf(image: PageElement, base: string | null): Picture | null {
  if (isBeside(image)) return null;
  const largest = largestOf([image, ...sourcesFor(image)]);
  const plain = attributeOf(image, "src");
  const isPlaceholder = plain === "" || (/^data:image\/(?:gif|svg)/.test(plain) && plain.length < longestPlaceholder) || besideTextAddress.test(plain);
  const lazy = lazySources.map((name) => attributeOf(image, name)).find((address) => address !== "");
  const address = largest ?? lazy ?? (isPlaceholder ? "" : plain);
  const source = absolute(address, base);
  if (source === null || besideTextAddress.test(source.startsWith("data:") ? "" : (source.split(/[?#]/)[0] ?? ""))) return null;
  return { source, alternative: onOneLine(attributeOf(image, "alt")) };
}

/** A drawn picture takes more than this; a grey pixel less. */
const longestPlaceholder = 1000;

function isBeside(image: PageElement): boolean {
  const sizes = ["width", "height"].map((name) => Number.parseInt(attributeOf(image, name), 10));
  if (sizes.some((size) => size < smallest)) return true;
  const around = [image, image.parent].filter((element) => element !== null);
  return around.some((element) => namesOf(element).some((name) => besideText.test(name)));
}

function sourcesFor({ parent }: PageElement): PageElement[] {
  return parent?.tag === "picture" ? elementsIn(parent, ({ tag }) => tag === "source") : [];
}

/** The widest of the addresses offered for a picture. */
function largestOf(elements: PageElement[]): string | null {
  const offers = elements.flatMap((element) => ["srcset", "data-srcset", "data-lazy-srcset"].flatMap((name) => offersIn(attributeOf(element, name))));
  return offers.reduce<{ address: string; size: number } | null>((best, offer) => (best && best.size >= offer.size ? best : offer), null)?.address ?? null;
}

function offersIn(srcset: string): { address: string; size: number }[] {
  return srcset.split(/,\s+|,(?=https?:|\/)/).flatMap((offer) => {
    const [address = "", size = "1x"] = offer.trim().split(/\s+/);
    return address === "" || address.startsWith("data:") ? [] : [{ address, size: Number.parseFloat(size) || 1 }];
  });
}
