/** Addresses: proving the one claimed, and moving to another, which is the account's only once it is proved. */
import { and, eq, isNull, sql } from "drizzle-orm";
import { isDuplicate, Overtaken } from "../../db/faults";
import { member, oneTimeLink } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { foldedAddress, isPlainAddress } from "../../domain/addresses";
import { languageOfCode } from "../../domain/language-paths";
import { LINK_MINUTES, type LinkPurpose } from "../../domain/links";
import type { Reader } from "../../domain/permissions";
import { LINKS_TO_AN_ADDRESS, stretchOf } from "../../domain/rates";
import type { Language } from "../../domain/reading";
import { postMail } from "../mail/post";
import { countOne } from "../rate";
import { badField, Refusal, tooMany } from "../refusals";
import type { Context } from "../trpc";
import { addressOf, endOpeningLinks, heldLink, linkFault, newLink, useUp } from "./links";
import { reauthenticated } from "./reauthentication";

type Asked = Context & { reader: Reader };
type Proving = { purpose: Extract<LinkPurpose, "confirm" | "address">; to: string; language: Language };

/** One link that proves an address of the reader's; an earlier one of its purpose ends. @throws Refusal tooMany */
async function mailProof(ctx: Asked, { purpose, to, language }: Proving): Promise<void> {
  const now = ctx.now();
  const link = newLink({ purpose, memberId: ctx.reader.id, email: to }, now);
  const content = { name: ctx.reader.name, link: addressOf(language, `/sign-in/${purpose}/${link.token}`), hours: String(LINK_MINUTES[purpose] / 60) };
  try {
    await writeTogether((w) => [
      // By address and not by member: one who never asked must not be sent more because many accounts name them.
      countOne(w, { what: "proof-link", whom: to }, LINKS_TO_AN_ADDRESS, now),
      w.delete(oneTimeLink).where(and(eq(oneTimeLink.memberId, ctx.reader.id), eq(oneTimeLink.purpose, purpose))),
      link.write(w),
      postMail(w, { kind: purpose, to, language, content }, now),
    ]);
  } catch (error) {
    throw error instanceof Overtaken ? tooMany(stretchOf(now, LINKS_TO_AN_ADDRESS).secondsLeft) : error;
  }
}

/** Sends the reader a link that proves the address they claim; nothing where it is proved. @throws Refusal field email where there is none, tooMany */
export async function mailConfirmLink(ctx: Asked, input: { language: Language }): Promise<void> {
  const [own] = await ctx.db.select({ email: member.email, confirmedEmail: member.confirmedEmail }).from(member).where(eq(member.id, ctx.reader.id));
  if (!own || own.email === null) throw badField("email", { fault: "notAnAddress" });
  if (own.confirmedEmail !== own.email) await mailProof(ctx, { purpose: "confirm", to: own.email, language: input.language });
}

/** Sends a link to a new address; the old one stays until it is pressed. @throws Refusal field email or current, notAllowed.signInAgain, tooMany */
export async function changeAddress(ctx: Asked, input: { email: string; current: string; language: Language }): Promise<void> {
  const to = foldedAddress(input.email);
  if (!isPlainAddress(to)) throw badField("email", { fault: "notAnAddress" });
  const own = await reauthenticated(ctx, input.current);
  if (own.confirmedEmail === to) throw badField("email", { fault: "sameAddress" });
  await mailProof(ctx, { purpose: "address", to, language: input.language });
}

/** To who holds the proof it may be said: the address is theirs, and so is the other account. */
function proofFault(error: unknown): unknown {
  return isDuplicate(error) ? new Refusal("CONFLICT", "field.addressTaken", {}, error) : linkFault(error);
}

/** The address claimed is the account's own from now on. @throws Refusal noSuch.link, field.addressTaken */
export async function confirmAddress(ctx: Context, input: { token: string }): Promise<{ name: string }> {
  const held = await heldLink(ctx, { purpose: "confirm", token: input.token });
  const { member: whose, email } = held;
  try {
    await writeTogether((w) => [
      ...useUp(w, held, ctx.now()),
      must(w.update(member).set({ confirmedEmail: email, version: sql`${member.version} + 1` }).where(and(eq(member.id, whose.id), eq(member.email, email), isNull(member.deletedAt))), "link"),
    ]);
  } catch (error) {
    throw proofFault(error);
  }
  return { name: whose.name };
}

/** The account moves to the address the link went to; a proved old one is told. @throws Refusal noSuch.link, field.addressTaken */
export async function confirmNewAddress(ctx: Context, input: { token: string }): Promise<{ name: string }> {
  const now = ctx.now();
  const held = await heldLink(ctx, { purpose: "address", token: input.token });
  const { member: whose, email } = held;
  const language = languageOfCode(whose.language);
  const unchanged = and(eq(member.id, whose.id), eq(member.version, whose.version), isNull(member.deletedAt));
  try {
    await writeTogether((w) => [
      ...useUp(w, held, now),
      endOpeningLinks(w, whose.id),
      must(w.update(member).set({ email, confirmedEmail: email, version: whose.version + 1 }).where(unchanged), "link"),
      ...(whose.confirmedEmail === null ? [] : [postMail(w, { kind: "address-changed", to: whose.confirmedEmail, language, content: { name: whose.name } }, now)]),
    ]);
  } catch (error) {
    throw proofFault(error);
  }
  return { name: whose.name };
}
