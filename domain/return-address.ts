/** Where to go after signing in: an address on this very site, whatever a link asked for. */

const HERE = "http://here.invalid";

/** The path, query and fragment of `wish` when it stays on the site; otherwise `/`. */
export function returnAddress(wish: string | null | undefined): string {
  if (!wish || !wish.startsWith("/") || /[\u0000-\u001f\\]/.test(wish)) return "/";
  let url: URL;
  try {
    url = new URL(wish, HERE);
  } catch {
    return "/";
  }
  // "//elsewhere" is an address of another host, whatever its first character.
  return url.origin === HERE ? url.pathname.replace(/^\/+/, "/") + url.search + url.hash : "/";
}
