import { legible, onOneLine } from "./characters";
import { attributeOf, closest, elementsIn, firstIn, textOf } from "./html-elements";
import { articleInJson, type JsonArticle } from "./html-json";
import type { PageElement } from "./html-tree";

/** What a page's head says of its article. Lists are in the order of trust. `isWiki`: written by all and never published. */
export type Metadata = {
  titles: string[];
  pageTitle: string;
  /** Names by where they are told; the first that are people's count. */
  authors: string[][];
  organisations: string[];
  published: string[];
  dated: string[];
  sources: string[];
  description: string | null;
  language: string | null;
  address: string | null;
  isWiki: boolean;
};

const titleNames = ["og:title", "articletitle", "citation_title", "dc.title", "dcterms.title", "twitter:title", "headline", "parsely-title", "sailthru.title"];
const authorNames = ["citation_author", "author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "dc.contributor.author", "parsely-author", "sailthru.author", "byl", "cxenseparse:author", "article.author"];
const dateNames = ["article:published_time", "datepublished", "og:published_time", "article:published", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "citation_publication_date", "citation_date", "citation_online_date", "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created", "govuk:first-published-at", "originalpublicationdate", "article.published", "published-date", "rnews:datepublished"];
/** These may be a version's date, or the day the page was made: they count where the page prints the same. */
const weakDateNames = ["date", "dcterms.date", "dc.date"];
const sourceNames = ["contentsource", "source", "og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "sitename", "application-name"];

export function metadataOf(page: PageElement, given: string | null): Metadata {
  const meta = metaIn(page);
  const json = articleInJson(elementsIn(page, (element) => element.tag === "script" && /ld\+json/i.test(attributeOf(element, "type"))).map((script) => script.children.filter((child) => typeof child === "string").join("")));
  const all = (names: string[]) => names.flatMap((name) => meta.get(name) ?? []);
  const canonical = elementsIn(page, (element) => element.tag === "link" && attributeOf(element, "rel").toLowerCase() === "canonical").map((link) => attributeOf(link, "href"));
  const pageTitle = textOf(elementsIn(page, (element) => element.tag === "title" && closest(element, ({ tag }) => tag === "svg") === null)[0] ?? "");
  return {
    titles: distinct([...(json?.titles ?? []), ...all(titleNames)].map(clean)),
    pageTitle: clean(pageTitle),
    authors: authorsOf(json, all(authorNames)),
    organisations: distinct((json?.authors ?? []).filter(({ isPerson }) => !isPerson).map(({ name }) => clean(name))),
    published: distinct([...(json?.published ? [json.published] : []), ...all(dateNames)]),
    dated: distinct(all(weakDateNames)),
    sources: sourcesOf(json, meta),
    description: [...all(["og:description", "description", "dcterms.description"]), json?.description ?? ""].map(clean).find((text) => text !== "") ?? null,
    language: json?.language ?? all(["og:locale", "content-language"])[0] ?? null,
    address: addressOf(page, given, [...canonical, ...all(["og:url"])]),
    isWiki: all(["generator"]).some((generator) => /^MediaWiki/i.test(generator)) || firstIn(page, (element) => /(?:^|\s)mw-parser-output(?:\s|$)/.test(attributeOf(element, "class"))) !== null,
  };
}

/** Some sites escape their words twice. */
const clean = (text: string) => onOneLine(legible(text.replace(/&(?:amp|quot|#0?39|apos|nbsp|#8217|rsquo);/g, (entity) => entities[entity] ?? " ")));
const entities: Record<string, string> = { "&amp;": "&", "&quot;": '"', "&#39;": "'", "&#039;": "'", "&apos;": "'", "&#8217;": "’", "&rsquo;": "’" };

const distinct = (texts: string[]) => [...new Set(texts.filter((text) => text !== ""))];

function metaIn(page: PageElement): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of elementsIn(page, ({ tag }) => tag === "meta")) {
    const content = attributeOf(element, "content").trim();
    const names = [attributeOf(element, "property"), attributeOf(element, "name"), attributeOf(element, "itemprop"), attributeOf(element, "http-equiv")];
    for (const name of names.flatMap((value) => value.toLowerCase().split(/\s+/))) {
      if (name !== "" && content !== "") meta.set(name, [...(meta.get(name) ?? []), content]);
    }
  }
  return meta;
}

function authorsOf(json: JsonArticle | null, told: string[]): string[][] {
  const people = (json?.authors ?? []).filter(({ isPerson }) => isPerson).map(({ name }) => clean(name));
  return [distinct(people), distinct(told.filter((name) => !/^https?:|^@|\/\//.test(name)).map(clean))];
}

/** A site's own spelling of its name is its publisher's, where both are one. */
function sourcesOf(json: JsonArticle | null, meta: Map<string, string[]>): string[] {
  const publisher = json?.publisher ? clean(json.publisher) : "";
  const named = sourceNames.flatMap((name) => meta.get(name) ?? []).map(clean).filter((name) => !/^https?:/.test(name));
  return distinct([...named.map((name) => (name.toLowerCase() === publisher.toLowerCase() ? publisher : name)), publisher]);
}

function addressOf(page: PageElement, given: string | null, told: string[]): string | null {
  const base = elementsIn(page, ({ tag }) => tag === "base").map((element) => attributeOf(element, "href"))[0];
  const address = given ?? told.find((one) => URL.canParse(one)) ?? null;
  if (base === undefined || !URL.canParse(base, address ?? undefined)) return address;
  return new URL(base, address ?? undefined).href;
}
