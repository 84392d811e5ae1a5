/** What the procedures' tests arrange: members, an article, and callers who ask in their name. */
import { v7 as newId } from "uuid";
import { database } from "../../db/client";
import type { Block } from "../../domain/blocks";
import type { Reader, Role } from "../../domain/permissions";
import { createArticle } from "../articles/mutations";
import { keepDraft } from "../editing/keep";
import { createMember } from "../members/new-member";
import { houseSettings, type WishedSettings } from "../moderation/house-settings";
import { readerNamed } from "../members/queries";
import type { OtherText } from "../refusals";
import { callerOf } from "../router";
import type { Context } from "../trpc";

/** Noon of a day without meaning; tests that need time to pass say how much. */
export const NOON = new Date("2026-05-08T12:00:00.000Z");
const LONG_BEFORE = new Date("2026-01-01T00:00:00.000Z");

export function later(seconds: number): Date {
  return new Date(NOON.getTime() + seconds * 1000);
}

let counted = 0;

/** A name nobody else has, in this file or another. */
export function uniqueName(word = "reader"): string {
  counted += 1;
  return `${word} ${counted.toString().replace(/1/g, "x").replace(/0/g, "z")} ${newId().slice(-6)}`;
}

type Wished = { name?: string; role?: Role; email?: string | null; password?: string | null; at?: Date };

export async function aMember({ name = uniqueName(), role = "member", email = null, password = null, at = LONG_BEFORE }: Wished = {}): Promise<Reader> {
  const db = database();
  await createMember({ db, now: () => at }, { name, email, password, role });
  const reader = await readerNamed(db, name);
  if (!reader) throw new Error("the member just made is missing");
  return reader;
}

export function contextOf(reader: Reader | null, more: Partial<Context> = {}): Context {
  return { db: database(), reader, sessionId: null, network: newId(), device: "a test", now: () => NOON, cookies: [], ...more };
}

/** Asks the router as this reader would; null: as a visitor. */
export function asks(reader: Reader | null, more: Partial<Context> = {}) {
  return callerOf(contextOf(reader, more));
}

export function paragraph(text: string): Block {
  return { kind: "paragraph", text, marks: [], sentences: [{ start: 0, end: Array.from(text).length }], shape: {} };
}

export async function anArticle({ blocks = ["First things first.", "Second thoughts.", "A third paragraph, with 🏛 and 条款."].map(paragraph), draft = false, title = `A test ${newId().slice(-8)}` } = {}) {
  const text = { title, standfirst: null, byline: null, date: null, source: null, language: "en", blocks };
  const context = { db: database(), now: () => LONG_BEFORE };
  // A draft has no revision yet.
  if (draft) return { ...(await keepDraft(context, text, { slug: null, by: null })), revisionId: "none" };
  return createArticle(context, text, { slug: null });
}

/** A key such as a browser makes, new each time. */
export const aKey = (): string => newId();

/** What a refused call says; fails when it is not refused by name. */
export async function refusal(call: Promise<unknown>): Promise<{ reason: string; field: string | null; code: string; other?: OtherText }> {
  const { Refusal } = await import("../refusals");
  try {
    await call;
  } catch (error) {
    const refused = error instanceof Error && error.cause instanceof Refusal ? error.cause : error;
    if (!(refused instanceof Refusal)) throw error;
    const { reason, field, other } = refused.details;
    return { reason, field, code: refused.code, ...(other && { other }) };
  }
  throw new Error("the call was not refused");
}

/** Sets how this place is moderated, in its administrator's name. Files of tests have a database each. */
export async function aHouseWith(wish: Partial<WishedSettings>): Promise<void> {
  const ask = asks(await aMember({ role: "administrator" })).moderation;
  const { version } = await ask.settings();
  const usual = houseSettings.parse({});
  const numbers = { newMemberApproved: String(usual.newMemberApproved), linksMost: String(usual.linksMost), linksNewMember: String(usual.linksNewMember), hotThread: String(usual.hotThread), hidesAt: String(usual.hidesAt) };
  await ask.changeSettings({ ...usual, ...numbers, ...wish, version });
}
