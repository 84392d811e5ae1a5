/** What sends mails, and what it is given. */
import type { outbox } from "../../db/schema/events";

export type Mail = typeof outbox.$inferSelect;
export type Letter = { subject: string; text: string; html: string };
/** Delivers one mail, or throws; the same id twice is the same mail. @throws Undeliverable */
export type Transport = (mail: Mail, letter: Letter) => Promise<void>;
/** It was refused for good: sending it again would only annoy the server. */
export class Undeliverable extends Error {}
