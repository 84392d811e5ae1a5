/** The doors: what every procedure is built on. */
import { initTRPC, TRPCError } from "@trpc/server";
import { isBusy, isOutage, Busy } from "../db/faults";
import type { Db } from "../db/client";
import { canModerate } from "../domain/moderation/authority";
import { canAdminister, canEditArticles, type Reader } from "../domain/permissions";
import { log } from "./log";
import { busy, noSuch, notAllowed, Refusal } from "./refusals";

export type Context = {
  db: Db;
  reader: Reader | null;
  /** The session asked with; null for visitors, the command line and tests without one. */
  sessionId: string | null;
  /** Whom to count requests against, from the front; see `networkOf`. */
  network: string;
  /** What the reader's device calls itself. */
  device: string;
  now: () => Date;
  /** Set-Cookie lines that go with the answer: a session never travels in a body, where scripts could read it. */
  cookies: string[];
};

const trpc = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: { code: shape.data.code, httpStatus: shape.data.httpStatus, refusal: refusalOf(error) },
  }),
});

/** What a thrown error says to its reader; null when it is ours to mend, not theirs to know. */
export function refusalOf(error: unknown): Refusal["details"] | null {
  if (error instanceof Refusal) return error.details;
  if (error instanceof TRPCError && error.code === "BAD_REQUEST") return { reason: "invalid", values: {}, field: null, retryAfter: null };
  return null;
}

const watched = trpc.procedure.use(async ({ next, path, type }) => {
  const began = performance.now();
  const result = await next();
  const ms = Math.round(performance.now() - began);
  if (result.ok) {
    if (type === "mutation") log.info({ procedure: path, ms }, "done");
    return result;
  }
  const { cause } = result.error;
  if (cause instanceof Busy || isBusy(cause) || isOutage(cause)) {
    log.error({ procedure: path, ms, fault: cause instanceof Error ? cause.message : "" }, "database out of reach");
    throw busy();
  }
  if (result.error.code === "INTERNAL_SERVER_ERROR") log.error({ procedure: path, ms, err: cause ?? result.error }, "failed");
  else if (type === "mutation") log.info({ procedure: path, ms, refused: result.error.message.slice(0, 60) }, "refused");
  return result;
});

export const router = trpc.router;
export const createCallerFactory = trpc.createCallerFactory;

/** Open to everybody, signed in or not. */
export const anyone = watched;

/** Only for the signed in. */
export const signedIn = watched.use(({ ctx, next }) => {
  if (!ctx.reader) throw notAllowed("signIn");
  return next({ ctx: { ...ctx, reader: ctx.reader } });
});

/** Only for those who edit articles: to others there is no such page. */
export const editors = signedIn.use(({ ctx, next }) => {
  if (!canEditArticles(ctx.reader)) throw noSuch("page");
  return next({ ctx });
});

/** Only for moderators; to others, visitors too, as if it were not there. */
export const moderator = watched.use(({ ctx, next }) => {
  if (!ctx.reader || !canModerate(ctx.reader)) throw noSuch("page");
  return next({ ctx: { ...ctx, reader: ctx.reader } });
});

/** Only for administrators; to others, visitors too, as if it were not there. */
export const administrator = watched.use(({ ctx, next }) => {
  if (!ctx.reader || !canAdminister(ctx.reader)) throw noSuch("page");
  return next({ ctx: { ...ctx, reader: ctx.reader } });
});
