/** Pages of those who run the place; to all others there is no such page. */
import type { ReactElement } from "react";
import { canAdminister, type Reader } from "../../domain/permissions";
import { noSuch } from "../../server/refusals";
import type { Words } from "../_ui/words";
import { type Ask, ownPage } from "./pages";
import { queryOf } from "./request";

type Asked = { words: Words; reader: Reader; ask: Ask; request: Request };

export function administrationPage<Names extends string = never>(make: (asked: Asked, params: Record<Names, string>) => Promise<ReactElement> | ReactElement) {
  return ownPage<Names>(async ({ words, ask, context, request }, params) => {
    const { reader } = context;
    if (!reader || !canAdminister(reader)) throw noSuch("page");
    return make({ words, reader, ask, request }, params);
  });
}

/** What was just done, as the address says it: a form leads on to a page that tells. */
export const administrationActs = ["role", "suspended", "reinstated", "sessions", "made", "tested", "retried"] as const;

export function doneOn(request: Request, words: Words, values: { name: string; to: string }): string | null {
  const done = administrationActs.find((act) => act === queryOf(request, "done"));
  return done ? words.t(`administration.done.${done}`, values) : null;
}
