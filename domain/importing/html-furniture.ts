import { attributeOf, closest, namesOf, textOf, without } from "./html-elements";
import type { Measure } from "./html-measure";
import type { PageElement } from "./html-tree";

/** What the standard itself names as beside the article. */
const furnitureTags = new Set(["nav", "aside", "dialog", "menu", "form", "button", "fieldset", "footer", "search"]);
const furnitureRoles = new Set(["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tablist", "alert", "status", "form", "button", "doc-toc"]);

/** Names, each one enough, that page makers give to what is no part of the text. */
const furnitureNames = new Set(
  `comment comments commentlist disqus respond share sharing sharer shares addtoany addthis sharedaddy jiathis bdsharebuttonbox bdshare sharebar social socials
  related relatedposts recommend recommended recommendations recirc recirculation readmore newsletter newsletters subscribe subscription signup regwall
  ad ads adv advert adverts advertisement advertising advertorial adslot adsense dfp sponsor sponsored promo promos promotion outbrain taboola
  cookie cookies consent gdpr breadcrumb breadcrumbs pagination pager pagenavi sidebar toolbar navbox navbar navigation nav
  menu masthead teaser teasers trending popular popup modal lightbox login signin footer skip skiplink toc sitemap qrcode ewm
  tags taglist keywords rating ratings poll feedback likes bio hatnote infobox ambox mbox editsection catlinks printfooter noprint sistersitebox
  donate donation donations membership crumbs pinglun fenxiang pip tiyi xgxw zebian zrbj bianji marketing tooltip readspeaker audioplayer livechat`.split(/\s+/),
);

/** Names of boxes that say little; a longer part so called is the text itself, set in such a box. */
const namesOfSmallBoxes = new Set(
  `widget metadata meta timestamp byline author authors autor autoren contributor contributors paywall premium register registration offer offers cta btn button
  upsell upgrade subscriber subscribers video videos player playlist slider swiper carousel affiliate affiliates topic topics follow audio podcast duration date
  banner partner partners app download credits-box most more also similar`.split(/\s+/),
);

/** Around a name these say what a part has or how it is laid out, and not that it is one. */
const having = new Set(["has", "with", "no", "without", "not", "hide", "show", "is", "tag", "category", "format", "type"]);
const layout = new Set(["grid", "layout", "enabled", "open", "closed", "on", "off", "visible", "inside", "container"]);

/** Names that are furniture only together, in this order: "author bio", "most read". */
const furniturePairs = new Set(
  `author-bio author-info author-box author-card author-description about-author about-the most-read most-viewed most-popular read-more read-next read-also also-read up-next more-stories more-from
  more-on mehr-zum next-article next-post prev-next post-navigation nav-links nav-previous tag-list tags-links cat-links entry-footer article-tags post-tags topic-list topics-list
  sign-up email-signup inline-signup call-to to-action cta-box print-button font-size text-size back-top to-top rich-link links-block article-toc table-contents contents-list
  page-nav site-header site-footer page-header-nav hot-news hot-list right-list otherContent-list jp-relatedposts content-tag fd-tip other-content author-contact article-teaser contact-box kontakt-box info-status status-warning link-box press-contact presse-kontakt`.split(/\s+/),
);

/** The parts of a page that articles are in: never furniture by a name that only says what stands beside the text. */
const ofArticles = /^(?:article-?body|entry-?content|post-?content|story-?body|article-?content|trs_?editor|mw-parser-output)$/i;

/**
 * Takes out of a visible page what its makers mark as furniture, by tag, role or name, as long as the article, told by the
 * most prose (`measure` of the page's), is not in it. What it takes is returned in order.
 */
export function leaveArticle(page: PageElement, measure: (element: PageElement) => Measure): PageElement[] {
  const all = Math.max(1, measure(page).prose);
  return without(page, (element) => {
    const isFurniture = element.tag === "button" ? isFurnitureByKind(element) : isFurnitureByKind(element) || isFurnitureByName(element);
    if (!isFurniture) return false;
    return !holdsArticle(element, measure(element).prose / all, measure(element).isTitled);
  });
}

/** More of a page's prose than this is no box beside the text, whatever it is called. */
const mostOfABox = 0.5;

/** Parts with a heading of the first level, or an article, must hold less to be a box. */
const mostOfATitledBox = 0.2;

/** A small box has a few sentences at most, in code units. */
const longestSmallBox = 400;

function holdsArticle(element: PageElement, share: number, isTitled: boolean): boolean {
  if (/^(?:main|body|html)$/.test(element.tag)) return true;
  if (attributeOf(element, "itemprop").split(/\s+/).includes("articleBody") || attributeOf(element, "class").split(/\s+/).some((name) => ofArticles.test(name))) return true;
  if (namesOf(element).some((name) => commentNames.has(name))) return false;
  return share > mostOfABox || (share > mostOfATitledBox && isTitled);
}

/** The style sheets in use everywhere hide what has one of these classes, where no other shows it on wide screens. */
function isHiddenByName(element: PageElement): boolean {
  const classes = attributeOf(element, "class").split(/\s+/);
  return classes.some((name) => /^(?:hidden|d-none|is-hidden|u-hidden)$/.test(name)) && !classes.some((name) => /:(?:block|flex|inline|grid|table|contents)|^d-\w+-(?:block|flex|inline|grid|table)/.test(name));
}

/** Readers may write more than the author did. */
const commentNames = new Set(["comments", "commentlist", "disqus", "respond", "pinglun"]);

function isFurnitureByKind(element: PageElement): boolean {
  const { tag } = element;
  if (furnitureRoles.has(attributeOf(element, "role")) || tag === "button") return closest(element, (one) => /^(?:h[1-6]|dt|figure|summary)$/.test(one.tag)) === null;
  if (tag === "footer") return closest(element.parent, (one) => one.tag === "blockquote" || one.tag === "figure") === null;
  return furnitureTags.has(tag);
}

function isFurnitureByName(element: PageElement): boolean {
  if (/^(?:h[1-6]|html|body|main|figcaption|time|figure|picture|img)$/.test(element.tag)) return false;
  const names = namesOf(element);
  const isSmall = () => textOf(element, longestSmallBox + 1).length <= longestSmallBox;
  const isLine = /^(?:p|li|tr|td|span|em|b|strong|i|article|a)$/.test(element.tag);
  if (isHiddenByName(element) && isSmall()) return true;
  return names.some((name, at) => {
    const next = names[at + 1] ?? "";
    if (having.has(names[at - 1] ?? "") || layout.has(next)) return false;
    if (furnitureNames.has(name) || furniturePairs.has(`${name}-${next}`)) return !isLine || isSmall();
    return namesOfSmallBoxes.has(name) && isSmall();
  });
}
