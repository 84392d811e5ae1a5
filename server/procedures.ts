/** Procedures over HTTP: what a program or the pages' script asks at /api/trpc. */
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { contextOf } from "./context";
import { appRouter } from "./router";
import { refusalOf } from "./trpc";

/** Questions in one request: a page asks two or three, and ten sign-ins in one would pass for one. */
const MOST_AT_ONCE = 10;

export const PROCEDURES_PATH = "/api/trpc";

export function answerProcedure(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: PROCEDURES_PATH,
    req: request,
    router: appRouter,
    createContext: () => contextOf(request.headers),
    maxBatchSize: MOST_AT_ONCE,
    responseMeta({ ctx, errors }) {
      const headers = new Headers({ "cache-control": "private, no-store" });
      const retryAfter = errors.map((error) => refusalOf(error)?.retryAfter ?? 0).reduce((most, one) => Math.max(most, one), 0);
      if (retryAfter) headers.set("retry-after", String(retryAfter));
      for (const cookie of ctx?.cookies ?? []) headers.append("set-cookie", cookie);
      return { headers };
    },
  });
}
