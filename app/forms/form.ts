import type { Context } from "../../server/trpc";
import { formErrorOf, retryHeaders, statusOf, suspendedPage } from "../_asking/refused";
import { ownDocument, seeOther } from "../_asking/answers";
import type { Ask } from "../_asking/pages";
import type { FormError } from "../_ui/form-error";
import type { Words } from "../_ui/words";
import { refusalOf } from "../../server/trpc";
import type { ReactElement } from "react";

/** A form as it was sent. An absent field is an empty one; so is a file nobody chose. */
export type Sent = { words: Words; context: Context; ask: Ask; headers: Headers; field: (name: string) => string; /** Every value of that name, in order. */ all: (name: string) => string[]; file: (name: string) => File | null; /** Of all fields that were sent. */ names: () => string[] };
export type Form = (sent: Sent) => Promise<Response>;

/** Leads on to `path`, with the cookies that the procedure set. A script asks for JSON, and goes there itself or makes do with `said`. */
export function leadTo({ context, headers }: Sent, path: string, { cookies = [], said = {} }: { cookies?: string[]; said?: Record<string, string | number> } = {}): Response {
  const all = [...context.cookies, ...cookies];
  if (!headers.get("accept")?.startsWith("application/json")) return seeOther(path, all);
  const answer = Response.json({ location: path, ...said }, { headers: { "cache-control": "no-store" } });
  for (const cookie of all) answer.headers.append("set-cookie", cookie);
  return answer;
}

/** The form once more, with what was written and what is wrong beside it, under the status the refusal deserves. */
export async function comeBack({ words, context }: Sent, error: unknown, page: (error: FormError) => ReactElement): Promise<Response> {
  const refusal = refusalOf(error);
  // No words would open it: that needs no form.
  const answer = refusal?.suspension ? await suspendedPage(refusal.suspension, words) : await ownDocument(page(formErrorOf(error, words)), statusOf(error), retryHeaders(refusal));
  for (const cookie of context.cookies) answer.headers.append("set-cookie", cookie);
  return answer;
}
