/** The one home of refusals: what is said is a message's name and its values; pages say it in the reader's language. */
import { TRPCError } from "@trpc/server";
import type { HeadFault } from "../domain/article-head";
import type { AnswerFault } from "../domain/answers";
import type { Brake } from "../domain/moderation/brake";
import type { Ground } from "../domain/moderation/decision";
import type { NameFault } from "../domain/names";
import { type Opening, openingAt } from "../domain/opening";
import type { PasswordFault } from "../domain/passwords";
import type { TextFault } from "../domain/text";
import type { CommentKind } from "../domain/thread";
import type messages from "../messages/en.json";

type Refusals = (typeof messages)["refusals"];
type Keys<T, Prefix extends string = ""> = { [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Keys<T[K], `${Prefix}${K}.`> }[keyof T & string];

/** The name of a message under `refusals`. */
export type Reason = Keys<Refusals>;

export type RefusalDetails = {
  reason: Reason;
  values: Record<string, string | number>;
  /** The input it is about, to stand beside; null: about the whole. */
  field: string | null;
  /** Seconds after which the same may succeed. */
  retryAfter: number | null;
  /** Of a draft: what was saved elsewhere meanwhile, so that both texts can be shown. */
  other?: OtherText;
  /** Of an article that has another slug now: that one. */
  moved?: string;
  /** Of an article that was withdrawn: what the notice says. */
  withdrawn?: Withdrawn;
  /** Of a suspended account, to who has shown that it is theirs. */
  suspension?: Suspension;
};

/** Why, until when (null: for good), and the token that leads to the statement; null: the time to object is over. */
export type Suspension = { ground: Ground | null; law: string | null; until: string | null; token: string | null };

/** `why`: plain text, the editor's. */
export type Withdrawn = { title: string; language: string; at: string; why: string };

export type OtherText = { body: string; kind: CommentKind | null; version: number; updatedAt: string };

export class Refusal extends TRPCError {
  readonly details: RefusalDetails;

  constructor(code: TRPCError["code"], reason: Reason, more: Partial<Omit<RefusalDetails, "reason">> = {}, cause?: unknown) {
    super({ code, message: reason, cause });
    this.details = { reason, values: {}, field: null, retryAfter: null, ...more };
  }
}

/** Missing, or not for this reader: the two look alike, wherever existence itself is private. */
export function noSuch(what: Extract<keyof Refusals["noSuch"], string>): Refusal {
  return new Refusal("NOT_FOUND", `noSuch.${what}`);
}

/** It is under another slug now, and always will be somewhere. */
export function movedTo(slug: string): Refusal {
  return new Refusal("NOT_FOUND", "moved", { moved: slug });
}

/** It was public and is no longer: that is said, so that nobody thinks the address wrong. */
export function wasWithdrawn(withdrawn: Withdrawn): Refusal {
  return new Refusal("NOT_FOUND", "withdrawn", { withdrawn });
}

/** Seen, but not allowed; says why. */
export function notAllowed(why: Extract<keyof Refusals["notAllowed"], string>, values: RefusalDetails["values"] = {}): Refusal {
  return new Refusal(why === "signIn" ? "UNAUTHORIZED" : "FORBIDDEN", `notAllowed.${why}`, { values });
}

/** The account is theirs who ask, and shut. */
export function suspended(suspension: Suspension): Refusal {
  return new Refusal("FORBIDDEN", "notAllowed.suspended", { suspension });
}

/** The discussion is closed, or not open yet. `values`: from when it takes comments, or until when it did. */
export function notTaken({ opensAt, closesAt, timeZone }: Opening & { timeZone: string }, now: Date): Refusal {
  const isEarly = openingAt({ opensAt, closesAt }, now) === "not-yet";
  return notAllowed(isEarly ? "notYetOpen" : "closed", { at: (isEarly ? opensAt : closesAt)?.toISOString() ?? "", timeZone });
}

/** An input that cannot be taken as it is. */
export function badField(field: string, { fault, ...values }: TextFault | AnswerFault["fault"] | HeadFault | NameFault | PasswordFault | { fault: Extract<keyof Refusals["field"], string> }): Refusal {
  return new Refusal("BAD_REQUEST", `field.${fault}`, { field, values });
}

export function tooSoon(seconds: number, field: string | null = null): Refusal {
  return new Refusal("TOO_MANY_REQUESTS", "tooSoon", { values: { seconds }, retryAfter: seconds, field });
}

/** A heated thread: the next comment of this writer waits. */
export function braked({ seconds, why, with: count = 0 }: Brake, field: string | null = null): Refusal {
  return new Refusal("TOO_MANY_REQUESTS", why === "reports" ? "brake.reports" : "brake.ping-pong", { values: { seconds, count, minutes: Math.ceil(seconds / MINUTE) }, retryAfter: seconds, field });
}

export function tooMany(seconds: number): Refusal {
  return new Refusal("TOO_MANY_REQUESTS", "tooMany", { values: waitOf(seconds), retryAfter: seconds });
}

const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400];

/** In the unit people would say it in: nobody waits for 43,200 minutes. */
function waitOf(seconds: number): { unit: "minutes" | "hours" | "days"; count: number } {
  if (seconds <= 2 * HOUR) return { unit: "minutes", count: Math.ceil(seconds / MINUTE) };
  return seconds <= 2 * DAY ? { unit: "hours", count: Math.ceil(seconds / HOUR) } : { unit: "days", count: Math.ceil(seconds / DAY) };
}

/** Somebody changed it meanwhile. */
export function changedMeanwhile(field: string | null = null): Refusal {
  return new Refusal("CONFLICT", "conflict.changed", { field });
}

/** Another moderator, or the author, was faster: what stands there now is to be looked at first. */
export function alreadyDecided(): Refusal {
  return new Refusal("CONFLICT", "conflict.decided");
}

/** Another moderator has it in hand; it can be taken over, knowingly. */
export function claimedBy(name: string): Refusal {
  return new Refusal("CONFLICT", "conflict.claimed", { values: { name } });
}

/** Another tab or device saved this draft meanwhile: the refusal brings its text, so that neither is lost. */
export function draftChanged(other: OtherText): Refusal {
  return new Refusal("CONFLICT", other.body === "" ? "conflict.draftGone" : "conflict.draft", { field: "body", other });
}

export type OidcFault = Extract<keyof Refusals["oidc"], string>;

/** Signing in by a provider, or linking it, came to nothing; `provider`: what people call it. */
export function oidcRefused(why: OidcFault, provider: string): Refusal {
  const code = why === "unreachable" ? "SERVICE_UNAVAILABLE" : why === "cancelled" || why === "failed" || why === "expired" || why === "clock" ? "BAD_REQUEST" : "CONFLICT";
  return new Refusal(code, `oidc.${why}`, { values: { name: provider } });
}

/** Why the review of a draft, or its publishing, came to nothing: as its row keeps it. */
export function carryingRefused({ refused, ...given }: Record<string, string | number | null>): Refusal {
  const reason = CARRYING.find((known) => known === refused) ?? "failed";
  const values = Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
  return new Refusal(reason === "failed" ? "INTERNAL_SERVER_ERROR" : "CONFLICT", `carrying.${reason}`, { values });
}

const CARRYING: readonly Extract<keyof Refusals["carrying"], string>[] = ["identical", "no-text", "too-many-blocks", "too-many-characters", "too-long", "too-much", "changed", "undecided", "head", "failed", "cut-off"];

/** Not now, through no fault of the sender. */
export function busy(): Refusal {
  return new Refusal("SERVICE_UNAVAILABLE", "busy", { retryAfter: 2 });
}

/** Whether something was refused for just this reason. */
export function refusalIs(error: unknown, reason: Reason): boolean {
  return error instanceof Refusal && error.details.reason === reason;
}
