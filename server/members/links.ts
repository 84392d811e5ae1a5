/** Links that work once: made, looked at, and used up. Looking never uses one up: mail scanners open every link. */
import { and, eq, gt, inArray } from "drizzle-orm";
import type { Writer } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { member, oneTimeLink } from "../../db/schema/members";
import { must, type Write } from "../../db/writes";
import { pathIn } from "../../domain/language-paths";
import { expiryOf, type LinkPurpose, OPENING_LINKS } from "../../domain/links";
import type { Language } from "../../domain/reading";
import { noSuch } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { hashOfToken, newToken } from "./tokens";

type Wished = { purpose: LinkPurpose; memberId: string | null; email: string | null; next?: string | null };

/** A new link: the secret for the mail, and the write that makes it work; `row`: for a write of many. */
export function newLink(wished: Wished, now: Date) {
  const token = newToken();
  const expiresAt = expiryOf(wished.purpose, now);
  const row = { ...wished, hash: hashOfToken(token), createdAt: now, expiresAt };
  return { token, expiresAt, row, write: (w: Writer): Write => w.insert(oneTimeLink).values(row) };
}

/** The whole address of a page, for mails. */
export function addressOf(language: Language, path: string): string {
  return settings().publicUrl.origin + pathIn(language, path);
}

/** What a link in hand is good for, with the member it is for. @throws Refusal noSuch.link when it is not, or no longer */
export async function heldLink({ db, now }: Pick<Context, "db" | "now">, { purpose, token }: { purpose: LinkPurpose; token: string }) {
  const [found] = await db
    .select({ hash: oneTimeLink.hash, purpose: oneTimeLink.purpose, email: oneTimeLink.email, next: oneTimeLink.next, member })
    .from(oneTimeLink)
    .innerJoin(member, eq(member.id, oneTimeLink.memberId))
    .where(and(eq(oneTimeLink.hash, hashOfToken(token)), eq(oneTimeLink.purpose, purpose), gt(oneTimeLink.expiresAt, now())));
  if (!found || found.email === null) throw noSuch("link");
  return { ...found, email: found.email };
}

export type HeldLink = Awaited<ReturnType<typeof heldLink>>;

/** Uses a link up, and with it all others of its purpose: of two pressed at once one works. */
export function useUp(w: Writer, held: HeldLink, now: Date): Write[] {
  return [
    must(w.delete(oneTimeLink).where(and(eq(oneTimeLink.hash, held.hash), gt(oneTimeLink.expiresAt, now))), "link"),
    w.delete(oneTimeLink).where(and(eq(oneTimeLink.memberId, held.member.id), eq(oneTimeLink.purpose, held.purpose))),
  ];
}

/** Ends every link by which the account could be taken over: whoever holds one may be the reason for the change. */
export function endOpeningLinks(w: Writer, memberId: string): Write {
  return w.delete(oneTimeLink).where(and(eq(oneTimeLink.memberId, memberId), inArray(oneTimeLink.purpose, [...OPENING_LINKS])));
}

/** Somebody else was faster with the link, or with what it is about: then it is one that does not work. */
export function linkFault(error: unknown): unknown {
  return error instanceof Overtaken ? noSuch("link") : error;
}

/** Whose link it is, for the page that asks to press; the address is the one it went to. */
export async function linkInHand(ctx: Context, input: { purpose: LinkPurpose; token: string }): Promise<{ name: string; email: string }> {
  const { member: whose, email } = await heldLink(ctx, input);
  return { name: whose.name, email };
}
