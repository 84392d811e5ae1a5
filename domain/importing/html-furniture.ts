import { attributeOf, closest, firstIn, namesOf, textOf, without } from "./html-elements";
import type { PageElement } from "./html-tree";

/** What the standard itself names as beside the article. */
const furnitureTags = new Set(["nav", "aside", "dialog", "menu", "form", "button", "fieldset", "footer", "search"]);
const furnitureRoles = new Set(["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tablist", "alert", "status", "form", "doc-toc"]);

/** Names, each one enough, that page makers give to what is no part of the text. */
const furnitureNames = new Set(
  `comment comments commentlist disqus respond share sharing sharer shares addtoany addthis sharedaddy jiathis bdsharebuttonbox bdshare sharebar social socials
  related relatedposts recommend recommended recommendations recirc recirculation readmore newsletter newsletters subscribe subscription signup paywall regwall
  ad ads adv advert adverts advertisement advertising advertorial adslot adsense dfp sponsor sponsored promo promos promotion outbrain taboola
  cookie cookies consent gdpr breadcrumb breadcrumbs pagination pager pagenavi sidebar widget toolbar navbox navbar navigation nav
  menu masthead teaser teasers trending popular popup modal lightbox login signin footer skip skiplink toc sitemap qrcode ewm
  tags taglist keywords rating ratings poll feedback likes bio hatnote infobox ambox mbox metadata editsection catlinks printfooter noprint sistersitebox
  donate donation donations membership crumbs pinglun fenxiang pip tiyi xgxw zebian zrbj bianji marketing tooltip readspeaker audioplayer livechat`.split(/\s+/),
);

/** Names that are furniture only together, in this order: "author bio", "most read". */
const furniturePairs = new Set(
  `author-bio author-info author-box author-card author-description about-author about-the most-read most-viewed most-popular read-more read-next read-also also-read up-next more-stories more-from
  more-on mehr-zum next-article next-post prev-next post-navigation nav-links nav-previous tag-list tags-links cat-links entry-footer article-tags post-tags topic-list topics-list
  sign-up email-signup inline-signup call-to to-action cta-box print-button font-size text-size back-top to-top rich-link links-block article-toc table-contents contents-list
  page-nav site-header site-footer page-header-nav hot-news hot-list right-list otherContent-list jp-relatedposts content-tag fd-tip other-content author-contact article-teaser`.split(/\s+/),
);

/** The parts of a page that articles are in: never furniture by a name that only says what stands beside the text. */
const ofArticles = /^(?:article-?body|entry-?content|post-?content|story-?body|article-?content|trs_?editor|mw-parser-output)$/i;

/**
 * Takes out of a visible page what its makers mark as furniture, by tag, role or name, as long as the article, told by the
 * most prose (`prose` of the page's), is not in it. What it takes is returned in order.
 */
export function leaveArticle(page: PageElement, shareOfProse: (element: PageElement) => number): PageElement[] {
  return without(page, (element) => {
    const strong = isFurnitureByKind(element);
    if (!strong && !isFurnitureByName(element)) return false;
    return !holdsArticle(element, shareOfProse(element));
  });
}

/** More of a page's prose than this is no box beside the text, whatever it is called. */
const mostOfABox = 0.5;

function holdsArticle(element: PageElement, share: number): boolean {
  if (element.tag === "main" || element.tag === "body" || element.tag === "html") return true;
  if (attributeOf(element, "itemprop").split(/\s+/).includes("articleBody") || attributeOf(element, "class").split(/\s+/).some((name) => ofArticles.test(name))) return true;
  if (isComment(element)) return false;
  return share > mostOfABox || firstIn(element, ({ tag }) => tag === "h1" || tag === "article" ) !== null && share > 0.2;
}

const isComment = (element: PageElement) => namesOf(element).some((name) => /^(?:comments?|commentlist|disqus|respond|pinglun)$/.test(name)) ;

function isFurnitureByKind(element: PageElement): boolean {
  const { tag } = element;
  if (furnitureRoles.has(attributeOf(element, "role"))) return true;
  if (tag === "footer") return closest(element.parent, (one) => one.tag === "blockquote" || one.tag === "figure") === null;
  if (tag === "button") return closest(element.parent, (one) => /^(?:h[1-6]|dt|figure|summary)$/.test(one.tag)) === null;
  return furnitureTags.has(tag);
}

function isFurnitureByName(element: PageElement): boolean {
  if (/^(?:h1|html|body|p|main|li|tr|td|span|em|b|strong|i|figure|picture|img|article)$/.test(element.tag) && !isSmallBox(element)) return false;
  const names = namesOf(element);
  return names.some((name, at) => furnitureNames.has(name) || furniturePairs.has(`${name}-${names[at + 1] ?? ""}`)) && !/^(?:figcaption|time)$/.test(element.tag);
}

/** Paragraphs, items and spans carry their neighbours' names ("p class=share-text"): furniture when they say little. */
const isSmallBox = (element: PageElement) => element.tag !== "h1" && element.tag !== "body" && element.tag !== "html" && element.tag !== "main" && textOf(element, 300).length < 300;
