import { codePoints, type Span } from "../blocks";

/** A caption tells what is seen in a few sentences; longer text that ends with a credit is the article's own. */
const longestCaption = 800;

/** "[Photo/Xinhua]", "(Photo: AP)", "（图片来源：新华社）", "[图/海港报]" at the end; group 1 is what stands inside. */
const inBrackets =
  /[([（【]\s*((?:(?:file |stock )?photo(?:s|graph|graphs)?|pictures?|image|images|illustration|graphic|courtesy|credit|foto|fotos|bild|abbildung|grafik|图片来源|图片|资料图|图|摄影|照片)(?:\s*[:：/／]|\s+(?:by|of|from|courtesy|provided|von|credit|via)\b|\s*(?=[)\]）】])).{0,100}?|[^()[\]（）【】]{1,60}\s?摄|[^()[\]（）【】]{1,60}\/(?:getty images|reuters|afp|ap|dpa|xinhua))\s*[)\]）】]\s*$/iu;

/** "Photo: AP", "Photo by Jane Roe", "图/新华社", "新华社记者 王小明 摄" at the end, without brackets, as a phrase of its own. */
const bare =
  /(?:^|[.!?。！？"”’)\]]\s*|\s[–—|-]\s|　)((?:(?:Photos?|Photograph|Pictures?|Image|Illustration|Foto|Fotos|Bild)(?:\s?(?:credit|courtesy|source))?\s?[:：/](?:\s?\S)|(?:Photos?|Photograph|Picture|Image|Illustration) (?:by|courtesy of|provided by) |Foto von )[^.!?。！？\n]{1,80}\.?|(?:图片来源|图片|供图|摄影)\s?[:：/／][^。！？]{1,40}|图\s?[/／][^。！？]{1,40}|(?:新华社|本报|中新社)(?:记者)?[^。！？]{1,20}摄)$/u;

/** Where the credit stands in a picture's caption, in code points of it, brackets left out; null when it is no caption. */
export function creditIn(text: string): Span | null {
  if (text.length > longestCaption) return null;
  // Only the tail is searched: a credit ends its caption, and the patterns need not walk the rest.
  const from = Math.max(0, text.length - 140);
  const tail = text.slice(from);
  const found = inBrackets.exec(tail) ?? bare.exec(tail);
  const credit = found?.[1];
  if (found === null || credit === undefined) return null;
  const start = from + found.index + found[0].lastIndexOf(credit);
  const words = credit.trim();
  const startPoint = codePoints(text.slice(0, start));
  return { start: startPoint, end: startPoint + codePoints(words) };
}
