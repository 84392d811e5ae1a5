/** The last phase, where the operator has one: another program is asked about a text. Nothing of who wrote it leaves. */
import { createHmac } from "node:crypto";
import { z } from "zod";
import type { Catch } from "../../domain/moderation/phases";
import { log } from "../log";

/** `fails`: whether a text passes, or is held, when no answer comes. */
export type CheckSettings = { url: string; secret: string; fails: "open" | "closed" };

export type ToCheck = { id: string; discussion: string; article: string; language: string; text: string };

/** Whoever posts waits for it. */
const WAIT_MS = 2_000;
/** A verdict is a line. */
const MOST_BYTES = 10_000;
const LONGEST_REASON = 200;

const verdict = z.object({
  verdict: z.enum(["pass", "hold", "refuse"]),
  /** For the moderators, and for the writer when it is refused. */
  reason: z.string().max(LONGEST_REASON).default(""),
  /** The words it is about, in code points of the text. */
  start: z.int().min(0).optional(),
  end: z.int().min(1).optional(),
});

/** What goes into `x-paragora-signature`: HMAC-SHA-256 of the body, in hexadecimal. */
export function signatureOf(secret: string, body: string): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

/** What it found; null: nothing, or it failed and failing is open. */
export async function askOutside({ url, secret, fails }: CheckSettings, about: ToCheck): Promise<Catch | null> {
  const body = JSON.stringify(about);
  try {
    const headers = { "content-type": "application/json", "x-paragora-signature": signatureOf(secret, body) };
    const answer = await fetch(url, { method: "POST", body, headers, redirect: "error", signal: AbortSignal.timeout(WAIT_MS) });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const said = verdict.parse(JSON.parse(await shortText(answer)));
    if (said.verdict === "pass") return null;
    return { rule: "check", span: spanIn(said, about.text), what: said.verdict, values: { reason: said.reason } };
  } catch (error) {
    log.warn({ fault: error instanceof Error ? error.message.slice(0, 200) : "unknown", fails }, "check failed");
    return fails === "open" ? null : { rule: "check-failed", span: null, what: "hold", values: {} };
  }
}

async function shortText({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > MOST_BYTES) throw new Error("answer too long");
    parts.push(part.value);
  }
  return Buffer.concat(parts).toString("utf8");
}

function spanIn({ start, end }: z.output<typeof verdict>, text: string): { start: number; end: number } | null {
  return start === undefined || end === undefined || start >= end || end > Array.from(text).length ? null : { start, end };
}
