/** The name of an article in its address. */

/** Long enough for a headline, short enough to be read out. */
export const SLUG_LENGTH = 80;

const SHAPE = /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u;

export function isSlug(slug: string): boolean {
  return Array.from(slug).length <= SLUG_LENGTH && slug === slug.normalize("NFC") && SHAPE.test(slug);
}

/** A slug from a title: its words in lower case, without accents on Latin letters; other scripts stay as they are. */
export function slugOf(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’]/g, "");
  const words = plain.match(/[\p{Ll}\p{Lo}\p{N}]+/gu) ?? [];
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? Array.from(word).slice(0, SLUG_LENGTH).join("") : `${slug}-${word}`;
    if (Array.from(longer).length > SLUG_LENGTH) break;
    slug = longer;
  }
  return slug || "article";
}

/** The `count`th try for a slug that is taken. */
export function numberedSlug(slug: string, count: number): string {
  const suffix = count === 1 ? "" : `-${count}`;
  return Array.from(slug).slice(0, SLUG_LENGTH - suffix.length).join("").replace(/-$/, "") + suffix;
}
