/** Which addresses are public pages, and under which name each is kept. */

const PUBLIC = /^(?:\/zh)?(?:\/|\/articles\/[^/]+(?:\/(?:v\/\d{1,6}|blocks\/\d{1,6}|threads(?:\/[^/]+)?|all))?)?$/;

/** The queries that change a public page. Any other is ignored, or every made-up one would be a page of its own. */
const KNOWN_QUERIES = ["after", "from"];
/** The list of threads can be wished for in more ways. */
const LIST = /\/threads$/;
const KNOWN_OF_LIST = ["after", "by", "kind", "order"];

/** The address a public page is made and kept under; null: not a public page. `target` is the request's raw path and query. */
export function publicAddress(target: string): string | null {
  const [path = "", query = ""] = target.split("?", 2);
  if (!PUBLIC.test(path)) return null;
  const given = new URLSearchParams(query);
  const known = (LIST.test(path) ? KNOWN_OF_LIST : KNOWN_QUERIES).flatMap((name) => {
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
