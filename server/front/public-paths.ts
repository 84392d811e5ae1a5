/** Which addresses are public pages, and under which name each is kept. */

type Kind = { path: RegExp; queries: readonly string[] };

/** The public pages, without their language, and the queries that change each. Any other is ignored, or every made-up one would be a page of its own. */
const KINDS: readonly Kind[] = [
  { path: /^\/$/, queries: ["after"] },
  { path: /^\/articles\/[^/]+$/, queries: [] },
  { path: /^\/articles\/[^/]+\/v\/\d{1,6}$/, queries: [] },
  { path: /^\/articles\/[^/]+\/v\/\d{1,6}\/compare\/\d{1,6}$/, queries: ["after"] },
  { path: /^\/articles\/[^/]+\/revisions$/, queries: ["after"] },
  { path: /^\/articles\/[^/]+\/all$/, queries: ["after"] },
  { path: /^\/articles\/[^/]+\/blocks\/\d{1,6}$/, queries: ["after"] },
  { path: /^\/articles\/[^/]+\/threads$/, queries: ["after", "answer", "by", "kind", "order"] },
  { path: /^\/articles\/[^/]+\/threads\/[^/]+$/, queries: ["after", "from"] },
];

/** The address a public page is made and kept under; null: not a public page. `target` is the request's raw path and query. */
export function publicAddress(target: string): string | null {
  const [path = "", query = ""] = target.split("?", 2);
  const plain = path.replace(/^\/zh(?=\/|$)/, "") || "/";
  const kind = KINDS.find((one) => one.path.test(plain));
  if (!kind) return null;
  const given = new URLSearchParams(query);
  const known = kind.queries.flatMap((name) => {
    const value = given.get(name);
    return value === null ? [] : [[name, value]];
  });
  return known.length ? `${path}?${new URLSearchParams(known).toString()}` : path;
}

/** Whether an address can be read at all: absolute, and its percent-escapes valid UTF-8 without NUL. */
export function isReadable(target: string): boolean {
  if (!target.startsWith("/") || target.startsWith("//") || target.includes("\\")) return false;
  try {
    return !/[\u0000-\u001f\u007f]/.test(decodeURIComponent(target.split("?", 1)[0] ?? ""));
  } catch {
    return false;
  }
}
