/** People at the doors: a browser that keeps its cookies, and the mails that were written to an address. */
import { desc, eq } from "drizzle-orm";
import { database } from "../../db/client";
import { outbox } from "../../db/schema/events";
import { auth } from "../session";
import { callerOf } from "../router";
import { asks, contextOf, NOON, uniqueName } from "./world";

export const PASSWORD = "a fine long password";

export const anAddress = (): string => `reader-${crypto.randomUUID()}@example.org`;

/** What a browser would send back. */
export function headersWith(cookies: string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(";", 1)[0]).join("; ") });
}

/** Calls as a visitor of a network of their own; answers with the headers a browser has afterwards. */
export async function atTheDoor(call: (ask: ReturnType<typeof asks>) => Promise<unknown>, { now = NOON, headers = new Headers() } = {}): Promise<Headers> {
  const found = await auth(database(), headers);
  const context = contextOf(found?.reader ?? null, { now: () => now, sessionId: found?.sessionId ?? null });
  await call(callerOf(context));
  return headersWith(context.cookies);
}

/** Signs up and returns the cookies a browser would keep. */
export async function signUp({ name = uniqueName(), email = anAddress(), password = PASSWORD, now = NOON } = {}) {
  const headers = await atTheDoor((ask) => ask.members.signUp({ name, email, password, language: "en" }), { now });
  return { name, email, headers };
}

export function signIn(who: string, password = PASSWORD, now = NOON): Promise<Headers> {
  return atTheDoor((ask) => ask.members.signIn({ who, password }), { now });
}

export async function asReader(headers: Headers, now = NOON) {
  const found = await auth(database(), headers);
  return asks(found?.reader ?? null, { sessionId: found?.sessionId ?? null, now: () => now });
}

export async function readerOf(headers: Headers) {
  return (await auth(database(), headers))?.reader ?? null;
}

/** The newest first. */
export function mailsTo(address: string) {
  return database().select().from(outbox).where(eq(outbox.to, address)).orderBy(desc(outbox.id));
}

/** The secret of the link in the newest mail of a kind. */
export async function tokenFor(address: string, kind: string): Promise<string> {
  const mail = (await mailsTo(address)).find((one) => one.kind === kind);
  const [, token] = /\/sign-in\/[a-z]+\/([\w-]{43})$/.exec(mail?.content.link ?? "") ?? [];
  if (!token) throw new Error(`no link of ${kind} was mailed`);
  return token;
}

/** Signs up and proves the address by the welcome's link. */
export async function confirmed(wish: Parameters<typeof signUp>[0] = {}) {
  const who = await signUp(wish);
  const token = await tokenFor(who.email, "welcome");
  await asks(null, { now: () => wish.now ?? NOON }).members.confirmAddress({ token });
  return who;
}
