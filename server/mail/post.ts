import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { outbox } from "../../db/schema/events";
import type { Write } from "../../db/writes";
import type { Mail } from "./transport";

/** The write that sends a mail: it goes into the unit that causes it, and the worker does the rest. */
export function postMail(w: Writer, mail: Pick<Mail, "kind" | "to" | "language" | "content">, now: Date): Write {
  return w.insert(outbox).values({ ...mail, id: newId(), createdAt: now, dueAt: now });
}
