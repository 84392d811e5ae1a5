/** Going to the provider: to sign in, or to link an account there with one's own. */
import * as client from "openid-client";
import { oneTimeLink } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import type { Language } from "../../domain/reading";
import { returnAddress } from "../../domain/return-address";
import { hashOfToken } from "../members/queries";
import { provesMember } from "../members/proof";
import { spend } from "../rate";
import { badField, oidcRefused } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { addressToSignIn, offered } from "./provider";
import { own } from "./queries";
import { TRANSACTION_SECONDS, type Transaction, transactionCookie } from "./sealed-cookie";

/** A cookie holds 4 kB; a longer way back is given up for the front page. */
const LONGEST_NEXT = 1_000;

/** Where to send the browser to sign in; what it carries meanwhile goes with the answer. @throws Refusal */
export async function begin(ctx: Context, input: { next: string; language: Language }): Promise<{ address: string }> {
  offered();
  await spend({ what: "oidc", whom: ctx.network }, settings().rates.signIns, ctx.now());
  const next = returnAddress(input.next);
  return leave(ctx, { next: next.length > LONGEST_NEXT ? "/" : next, language: input.language, linking: null });
}

/** The same, to link: only for who shows that the account is theirs, or a link would be a stranger's key to it. @throws Refusal */
export async function beginLinking(ctx: Context & { reader: Reader }, input: { password: string; language: Language }): Promise<{ address: string }> {
  const { name } = offered();
  await spend({ what: "oidc-link", whom: ctx.reader.id }, settings().rates.signIns, ctx.now());
  const now = await own(ctx);
  if (now?.linkedSince) throw oidcRefused("alreadyLinked", name);
  if (now?.proof === "signInAgain") throw oidcRefused("signInAgain", name);
  if (now?.proof === "password" && !(await provesMember(ctx.db, ctx.reader, input.password))) throw badField("password", { fault: "notYourPassword" });
  return leave(ctx, { next: "/me", language: input.language, linking: ctx.reader.id });
}

async function leave(ctx: Context, wish: Pick<Transaction, "next" | "language" | "linking">): Promise<{ address: string }> {
  const now = ctx.now();
  const sent: Transaction = { ...wish, state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
  const address = await addressToSignIn(offered(), sent, wish.linking !== null);
  const expiresAt = new Date(now.getTime() + TRANSACTION_SECONDS * 1000);
  await writeTogether((w) => [w.insert(oneTimeLink).values({ hash: hashOfToken(sent.state), purpose: "oidc", memberId: wish.linking, createdAt: now, expiresAt })]);
  ctx.cookies.push(await transactionCookie.sealed(sent));
  return { address };
}
