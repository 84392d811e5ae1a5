/** What schema.org data in a page says of its article. `isPerson`: false for an organisation. */
export type JsonArticle = { titles: string[]; authors: { name: string; isPerson: boolean }[]; published: string | null; publisher: string | null; language: string | null; description: string | null };

const articleTypes = /(?:article|blogposting|report|livebloghosting|liveblogposting|socialmediaposting|review|legislation|discussionforumposting|publicationissue)$/i;
const pageTypes = /^(?:webpage|itempage|creativework|faqpage|collectionpage)$/i;

type Thing = Record<string, unknown>;

const isThing = (value: unknown): value is Thing => typeof value === "object" && value !== null && !Array.isArray(value);
const many = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
const words = (value: unknown): string | null => {
  const text = isThing(value) ? value["@value"] : Array.isArray(value) ? value[0] : value;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : null;
};

/** The article in a page's JSON-LD scripts, those of a mere web page after it; null without any. */
export function articleInJson(scripts: string[]): JsonArticle | null {
  const things = scripts.flatMap((script) => thingsIn(parsed(script), 0));
  const typed = (pattern: RegExp) => things.filter((thing) => many(thing["@type"]).some((type) => typeof type === "string" && pattern.test(type.replace(/^.*[/:]/, ""))));
  const articles = typed(articleTypes).sort((a, b) => richness(b) - richness(a));
  const [main, ...others] = [...articles, ...typed(pageTypes)];
  if (!main) return null;
  const first = (read: (thing: Thing) => string | null) => [main, ...others].map(read).find((value) => value !== null) ?? null;
  const byId = new Map(things.map((thing) => [thing["@id"], thing]));
  return {
    titles: articles.slice(0, 1).flatMap((thing) => [words(thing["headline"]), words(thing["name"])].filter((title) => title !== null)),
    authors: authorsOf(articles[0] ?? {}, byId),
    published: first((thing) => words(thing["datePublished"])),
    publisher: first((thing) => nameOf(resolved(thing["publisher"], byId))),
    language: first((thing) => words(thing["inLanguage"])),
    description: words(main["description"]),
  };
}

/** Of several articles the page's own tells the most of itself; teasers have a title at most. */
const richness = (thing: Thing) => ["headline", "author", "datePublished", "publisher", "mainEntityOfPage", "articleBody"].filter((name) => thing[name] !== undefined).length;

/** Some sites break lines within strings, which JSON forbids, or comment the script out. */
function parsed(script: string): unknown {
  const text = script.replace(/^\s*(?:<!--|\/\*.*?\*\/|\/\/\s*<!\[CDATA\[)/, "").replace(/(?:-->|\/\/\s*\]\]>|;)\s*$/, "").replace(/[\u0000-\u001f]+/g, " ");
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Graphs nest a few levels; more is somebody's joke. */
const deepest = 8;

function thingsIn(value: unknown, depth: number): Thing[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((one) => thingsIn(one, depth + 1));
  if (!isThing(value)) return [];
  const inner = ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"].flatMap((name) => (name === "itemListElement" ? [] : thingsIn(value[name], depth + 1)));
  return [value, ...inner];
}

function resolved(value: unknown, byId: Map<unknown, Thing>): unknown {
  const [one] = many(value);
  return isThing(one) && one["name"] === undefined ? (byId.get(one["@id"]) ?? one) : one;
}

const nameOf = (value: unknown): string | null => (isThing(value) ? words(value["name"]) : words(value));

function authorsOf(article: Thing, byId: Map<unknown, Thing>): JsonArticle["authors"] {
  return many(article["author"] ?? article["creator"]).flatMap((author) => {
    const thing = resolved(author, byId);
    const names = isThing(thing) ? many(thing["name"]) : [thing];
    const isPerson = !isThing(thing) || !many(thing["@type"]).some((type) => /organi[sz]ation/i.test(String(type)));
    return names.flatMap((name) => (typeof name === "string" && name.trim() !== "" ? [{ name: name.trim(), isPerson }] : []));
  });
}
