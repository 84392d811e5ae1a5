/** How many links a comment has. */
import { codePoints, type Span } from "../blocks";
import { commentMarkdown } from "../comment-markdown";
import type { Catch } from "./phases";

/** More than `most` links are held, of a new member more than `newMemberMost`; who is new: fewer than `newUntilApproved` comments approved. */
export type LinkRule = { most: number; newMemberMost: number; newUntilApproved: number; ownHost: string | null };

/**
 * Eight sources under one comment are a bibliography. Two, and a new member can still give evidence (Discourse's default for new users); who has had three
 * comments seen and left is no longer that.
 */
export const defaultLinkRule: LinkRule = { most: 8, newMemberMost: 2, newUntilApproved: 3, ownHost: null };

const markdown = commentMarkdown();

/** Only what could be a link, or the beginning of one. */
const MAYBE_LINK = /:\/\/|mailto:|[\]<@]/i;

/** False: there is no link in it, and nothing need be parsed to know. */
export function mayLink(body: string): boolean {
  return MAYBE_LINK.test(body);
}

/** Links into the place itself are what comments are for, and do not count. `isNew`: of a member with few comments. */
export function tooManyLinks(body: string, { most, newMemberMost, ownHost }: LinkRule, isNew: boolean): Catch | null {
  if (!mayLink(body)) return null;
  const allowed = isNew ? newMemberMost : most;
  const links = linksOf(body).filter((address) => hostOf(address) === null || hostOf(address) !== ownHost);
  const first = links[allowed];
  if (first === undefined) return null;
  return { rule: isNew ? "links-new-member" : "links", span: spanOf(body, links, allowed), what: "hold", values: { count: links.length, most: allowed } };
}

/** The addresses to which the comment would lead, as it will be shown, pictures too. */
function linksOf(body: string): string[] {
  return markdown.parse(body, {}).flatMap(({ children }) => (children ?? []).flatMap((token) => (token.type === "link_open" ? [String(token.attrGet("href"))] : token.type === "image" ? [String(token.attrGet("src"))] : [])));
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null;
}

/** The first link too many, where it is written as it leads; null where it is written otherwise (a reference, say). */
function spanOf(body: string, links: readonly string[], place: number): Span | null {
  let from = 0;
  let found = -1;
  for (const address of links.slice(0, place + 1)) {
    found = body.indexOf(address, from);
    if (found >= 0) from = found + address.length;
  }
  if (found < 0) return null;
  const start = codePoints(body.slice(0, found));
  return { start, end: start + codePoints(links[place] ?? "") };
}
