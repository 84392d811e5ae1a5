/** Pages of moderators: visitors are led to sign in, and to others there is no such page. */
import { pathIn } from "../../domain/language-paths";
import { canModerate } from "../../domain/moderation/authority";
import { claimWishes, itemKinds, queueGrounds, type QueueWish } from "../../domain/moderation/queue-wish";
import type { Reader } from "../../domain/permissions";
import { noSuch } from "../../server/refusals";
import { withQuery } from "../_ui/paths";
import { seeOther } from "./answers";
import { ownPage } from "./pages";

type Asked = Parameters<Parameters<typeof ownPage>[0]>[0] & { reader: Reader };

export function moderatorPage<Names extends string = never>(make: (asked: Asked, params: Record<Names, string>) => ReturnType<Parameters<typeof ownPage<Names>>[0]>) {
  return ownPage<Names>(async (asked, params) => {
    const { words, path, context } = asked;
    const { reader } = context;
    if (reader === null) return seeOther(withQuery(words.to("/sign-in"), { next: pathIn(words.language, path) }));
    if (!canModerate(reader)) throw noSuch("page");
    return make({ ...asked, reader }, params);
  });
}

const LONGEST = 200;

/** What of the queue is wished for, from an address; what makes no sense is not wished. */
export function wishIn(given: URLSearchParams): QueueWish & { after: string | null } {
  const said = (name: string) => (given.get(name) ?? "").slice(0, LONGEST);
  return {
    kind: itemKinds.find((kind) => kind === said("kind")) ?? null,
    ground: queueGrounds.find((ground) => ground === said("rule")) ?? null,
    article: said("article"),
    member: said("member").trim(),
    claim: claimWishes.find((claim) => claim === said("claim")) ?? null,
    snoozed: said("snoozed") === "1",
    after: said("after") || null,
  };
}
