/** The context of a request, from its headers alone. */
import { database } from "../db/client";
import { networkOf } from "../domain/addresses";
import { ADDRESS_HEADER } from "./front/address-header";
import { auth, noteSeen } from "./session";
import type { Context } from "./trpc";

/** All who come past the front count as one: then the limits per address are one for all, never none. */
const UNKNOWN_NETWORK = "unknown";

export async function contextOf(headers: Headers): Promise<Context> {
  const signedIn = await auth(database(), headers);
  const context = contextOfNobody(headers);
  if (signedIn) await noteSeen(signedIn, context.now());
  return { ...context, reader: signedIn?.reader ?? null, sessionId: signedIn?.sessionId ?? null };
}

/** For public pages, which know no reader. */
export function contextOfNobody(headers: Headers): Context {
  const address = headers.get(ADDRESS_HEADER);
  return {
    db: database(),
    reader: null,
    sessionId: null,
    network: address ? networkOf(address) : UNKNOWN_NETWORK,
    device: headers.get("user-agent") ?? "",
    now: () => new Date(),
    cookies: [],
  };
}
