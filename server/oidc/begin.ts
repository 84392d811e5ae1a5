/** Going to the provider: to sign in, or to link an account there with one's own. */
import * as client from "openid-client";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import type { Language } from "../../domain/reading";
import { returnAddress } from "../../domain/return-address";
import { newLink } from "../members/links";
import { reauthenticated } from "../members/reauthentication";
import { spend } from "../rate";
import { oidcRefused } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { addressToSignIn, offered } from "./provider";
import { linksOf } from "./queries";
import { type Transaction, transactionCookie } from "./sealed-cookie";

/** Where the link is seen. */
export const LINK_PAGE = "/me/account/provider";

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
export async function beginLinking(ctx: Context & { reader: Reader }, input: { current: string; language: Language }): Promise<{ address: string }> {
  const { name, issuer } = offered();
  await reauthenticated(ctx, input.current);
  if ((await linksOf(ctx.db, ctx.reader, issuer)).length > 0) throw oidcRefused("alreadyLinked", name);
  return leave(ctx, { next: LINK_PAGE, language: input.language, linking: ctx.reader.id });
}

async function leave(ctx: Context, wish: Pick<Transaction, "next" | "language" | "linking">): Promise<{ address: string }> {
  const once = newLink({ purpose: "oidc", memberId: wish.linking, email: null }, ctx.now());
  const sent: Transaction = { ...wish, state: once.token, nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
  const address = await addressToSignIn(offered(), sent, wish.linking !== null);
  await writeTogether((w) => [once.write(w)]);
  ctx.cookies.push(await transactionCookie.sealed(sent));
  return { address };
}
