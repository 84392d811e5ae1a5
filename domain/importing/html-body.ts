import { creditIn } from "./caption";
import { creditsOf } from "./credits";
import type { BlockDraft } from "./draft";
import { enumeratorOf, partOf } from "./enumerators";
import { announcesLinks, isFurniture, reservesRights } from "./furniture";
import { datesIn } from "./html-dates";
import { closest, namesOf } from "./html-elements";
import { plain } from "./html-title";
import type { Found } from "./html-walk";
import { isProse, mayBeHeading } from "./sentence-like";

/** A paragraph with less of its own than this is links to other pages. */
const mostLinked = 0.8;

/** So near an article's end stand its page's lines: editor, rights, author. */
const pageEnd = 6;

/** A repetition shorter than this may be a refrain. */
const shortestRepeat = 20;

/** What is known of the article before its blocks are looked at. */
type Known = { title: string; standfirst: string | null; isWiki: boolean };

/** The article's blocks of those found in its part of the page, and the texts of what was left out. */
export function bodyOf(found: Found[], known: Known): { kept: Found[]; dropped: string[] } {
  const dropped: string[] = [];
  const drop = (one: Found) => void dropped.push(one.block.text);
  const captioned = withCaptions(found);
  const lastProse = captioned.findLastIndex(({ block, linked }) => isProse(block.text) && linked < mostLinked && !reservesRights(block.text));
  const kept = captioned.filter((one, at) => {
    const isLeft = isBeside(one, captioned, at, known, at > lastProse, at >= captioned.length - pageEnd);
    if (isLeft && one.block.text !== "") drop(one);
    return !isLeft;
  });
  const headed = kept.filter((one) => {
    const isOfLinks = one.block.kind === "heading" && isHeadingOfLinks(one, captioned, kept);
    if (isOfLinks) drop(one);
    return !isOfLinks;
  });
  const alone = withoutBareHeadings(withoutRepeats(headed, drop), drop);
  return { kept: withListItems(withBoldHeadings(alone)), dropped };
}

function isBeside({ block, linked, jumps }: Found, all: Found[], at: number, { title, standfirst, isWiki }: Known, isAfterProse: boolean, isNearEnd: boolean): boolean {
  const { text, kind } = block;
  if (kind === "figure") return text === "" && block.shape.image === undefined;
  if (plain(text) === plain(title) || (standfirst !== null && plain(text) === plain(standfirst))) return true;
  if (plain(text) === "" && kind !== "table-row") return true;
  if (kind === "table-row" || kind === "footnote") return false;
  if (isFurniture(text) || announcesLinks(text) || (!isWiki && announcesMore.test(text)) || (isNearEnd && reservesRights(text))) return true;
  if (kind === "heading") return linked >= mostLinked && partOf(text) === null && !linksItsHeadings(all);
  if (jumps >= mostLinked) return true;
  if (linked >= mostLinked) return !(isWiki && isTermOfList(all, at)) && !isSpeaker(all, at);
  if (isMoment(text) && (!isNearEnd || datesIn(text).length === 0)) return true;
  if (asksForReaders.test(text) && text.length <= longestAppeal) return true;
  return isAfterProse && isNearEnd && creditsOf(text) !== null && (creditsOf(text)?.date === null);
}

/** A heading right above links that were left out was theirs. */
function isHeadingOfLinks(one: Found, all: Found[], kept: Found[]): boolean {
  const next = all[all.indexOf(one) + 1];
  return next !== undefined && next.linked >= mostLinked && !kept.includes(next);
}

/** Records of debates link each speaker's name above the speech: short, again and again, with prose below. */
function isSpeaker(all: Found[], at: number): boolean {
  const one = all[at];
  if (one?.block.kind !== "paragraph" || one.block.text.length > 40) return false;
  const alike = all.filter(({ element, block, linked }) => block.kind === "paragraph" && linked >= mostLinked && namesOf(element).join() === namesOf(one.element).join());
  const below = all.slice(at + 1, at + 3).find(({ linked }) => linked < mostLinked);
  return alike.length > 1 && below !== undefined && isProse(below.block.text);
}

/** Some sites link every heading to the page of its part; otherwise a linked one is another article's. */
function linksItsHeadings(all: Found[]): boolean {
  const headings = all.filter(({ block }) => block.kind === "heading");
  return headings.filter(({ linked }) => linked >= mostLinked).length > headings.length * 0.8 && headings.length > 2;
}

/** "14 hours ago", "23. 12. 2024 13:31", "1:30": when something else was printed, or how long it runs. */
function isMoment(text: string): boolean {
  if (text.length > 40 || !/\d/.test(text)) return false;
  const rest = text.replace(/\b(?:\d{1,4}|hours?|minutes?|mins?|days?|weeks?|ago|vor|stunden?|minuten|tagen|duration|dauer|uhr|lesezeit|read(?:ing)?|time|am|pm|updated|published|gestern|heute|today|yesterday)\b|小时前|分钟前|天前|[\d:.,\-/|·•\s]/giu, "");
  return rest === "" || (datesIn(text).length > 0 && rest.length <= 10 && !/[\u4e00-\u9fff]/.test(text));
}

/** More ways than a paste's to announce links to other pages, alone on a line or before a headline. */
const announcesMore =
  /^(?:(?:à )?lire aussi|voir aussi|lesen sie (?:auch|hier)|mehr zum thema|weitere (?:informationen|themen|artikel)|auch interessant|(?:read|see) also|related (?:topics?|coverage|stories)|more (?:on this|like this|stories)|leer también|lea también|leggi anche|czytaj (?:także|więcej)|lees ook|les også|läs (?:också|mer)|leia também|延伸阅读|相关推荐|更多(?:内容|新闻)|阅读下一篇)\s*[:：]?(?:\s.{0,120})?$/iu;

/** What asks a reader to pay, sign in or subscribe. The text of an article may say so, too, but at more length. */
const asksForReaders =
  /^(?:subscribe (?:to|now|for)|sign up (?:for|to|now)|sign in (?:to|or)|log ?in (?:to|or)|register (?:to|for|now)|create (?:an|your) (?:free )?account|already (?:a|have) .{0,20}(?:subscriber|account|member)|get (?:the |our )?(?:latest|best|daily|weekly)\b.*(?:inbox|phone|e-?mail|newsletter)|(?:this|the) (?:content|article) is (?:reserved|only available|for)\b.*(?:subscriber|member)|jetzt (?:abonnieren|testen|registrieren|anmelden|mitglied)|sie können sich jederzeit wieder abmelden|jeden \p{L}+ .* (?:postfach|newsletter)|hier (?:zum|den) newsletter|il vous reste \d.*à lire|cet article est réservé|la suite est réservée|abonnez-vous|inscrivez-vous|suscríbete|regístrate|この記事は会員限定|会员专享|登录后)/iu;
const longestAppeal = 260;

/** Lists of terms ("See also") lead to other pages by their nature; headlines are longer. */
function isTermOfList(all: Found[], at: number): boolean {
  const one = all[at];
  if (one?.block.kind !== "list-item") return false;
  const list = closest(one.element, ({ tag }) => tag === "ul" || tag === "ol");
  const items = all.filter(({ element }) => closest(element, ({ tag }) => tag === "ul" || tag === "ol") === list);
  const linkedItems = items.filter(({ linked }) => linked >= mostLinked);
  return linkedItems.length < items.length / 2 || items.every(({ block }) => block.text.split(/\s+/).length <= longestTerm && block.text.length <= 40);
}
const longestTerm = 4;

const isCaption = ({ element, block }: Found) => (block.kind === "paragraph" || block.kind === "list-item") && closest(element, (one) => one.tag === "figcaption" || (one.tag !== "body" && namesOf(one).some((name) => /^(?:caption|figcaption|bildunterschrift|legende|legend|tuzhu|imagetext)$/.test(name)))) !== null;

/** A picture's caption is the text marked as one beside it, or one that ends with its credit; a picture without either is called by its alternative. */
function withCaptions(found: Found[]): Found[] {
  const result: Found[] = [];
  for (const [at, one] of found.entries()) {
    // A credit may stand between a picture and its caption; the caption says more.
    const isCreditBetween = isCaption(one) && one.block.kind === "paragraph" && result.at(-2)?.block.shape.image !== undefined && result.at(-1)?.block.kind === "paragraph" && (result.at(-1)?.block.text.length ?? 0) < longestCredit && found[at - 2]?.block === result.at(-2)?.block;
    if (isCreditBetween) result.pop();
    const before = result.at(-1);
    const follows = before?.block.kind === "figure" && before.block.shape.image !== undefined && (found[at - 1]?.block === before.block || isCreditBetween);
    const credit = creditIn(one.block.text);
    if (one.block.kind === "paragraph" && (isCaption(one) || (follows && credit !== null) || (credit !== null && !isProseBefore(one.block.text)))) {
      const marks = [...one.block.marks, ...(credit ? [{ kind: "credit" as const, ...credit }] : [])].sort((a, b) => a.start - b.start || b.end - a.end);
      if (follows && before) result.pop();
      result.push({ ...one, block: { kind: "figure", text: one.block.text, marks, shape: follows && before ? before.block.shape : {} } });
    } else result.push(one);
  }
  return result.map((one) => (one.block.kind === "figure" && one.block.text === "" ? { ...one, block: called(one.block) } : one));
}

/** "Getty Images" and the like. */
const longestCredit = 60;

const isProseBefore = (text: string) => text.length > 300;

/** A picture nobody named is called by its address's last part, as in Markdown. */
function called(block: BlockDraft): BlockDraft {
  const source = block.shape.image?.source ?? "";
  return { ...block, text: source.startsWith("data:") ? "" : (source.replace(/[?#].*$/, "").split("/").at(-1) ?? "") };
}

/** Pull quotes say again what the text says; a page may hold its text twice, for phones. */
function withoutRepeats(found: Found[], drop: (one: Found) => void): Found[] {
  const texts = found.map(({ block }) => plain(block.text));
  const whole = texts.join("\n");
  const seen = new Set<string>();
  return found.filter((one, at) => {
    const text = texts[at] ?? "";
    const { kind } = one.block;
    if (text.length < shortestRepeat || kind === "table-row" || kind === "footnote") return true;
    const isAgain = seen.has(text);
    seen.add(text);
    const isPulled = (kind === "quotation" || isPullQuote(one)) && whole.indexOf(text) !== whole.lastIndexOf(text);
    if (isAgain || (isPulled && !texts.some((other, place) => place > at && other === text))) {
      drop(one);
      return false;
    }
    return true;
  });
}

const isPullQuote = ({ element }: Found) => closest(element, (one) => namesOf(one).some((name) => /^(?:pullquote|pull|quote)$/.test(name))) !== null;

/** A heading with nothing below it was a box's. */
function withoutBareHeadings(found: Found[], drop: (one: Found) => void): Found[] {
  const last = found.findLastIndex(({ block }) => block.kind !== "heading");
  found.slice(last + 1).filter(({ block }) => partOf(block.text) === null).forEach(drop);
  return found.filter(({ block }, at) => at <= last || partOf(block.text) !== null);
}

/** A short bold line of its own is a heading, where something follows it. */
function withBoldHeadings(found: Found[]): Found[] {
  let level = 1;
  return found.map((one, at) => {
    const { block, isStrong } = one;
    if (block.kind === "heading") level = block.shape.level ?? level;
    const next = found[at + 1]?.block.kind;
    if (block.kind !== "paragraph" || !isStrong || !mayBeHeading(block.text) || next === undefined || next === "heading") return one;
    return { ...one, block: { ...block, kind: "heading", marks: block.marks.filter(({ kind }) => kind !== "strong"), shape: { level: Math.min(6, level + 1) } } };
  });
}

/** "（一）…", "(a) …": paragraphs that begin with a bracketed label are a list's items though no tag says so. */
function withListItems(found: Found[]): Found[] {
  let ordinal = 0;
  return found.map((one, at) => {
    const { block } = one;
    const style = block.kind === "paragraph" ? (enumeratorOf(block.text, found[at - 1]?.block.text) ?? null) : null;
    if (!style?.isLabel || !/[)）①]$/.test(style.style) || style.style === "(1)") {
      ordinal = 0;
      return one;
    }
    ordinal += 1;
    return { ...one, block: { ...block, kind: "list-item", shape: { list: { ordered: true, depth: 0, ordinal, labelled: true } } } };
  });
}
