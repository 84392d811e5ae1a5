/** The response to comments for a file: several pages of it in one. */
import { setImmediate as otherRequests } from "node:timers/promises";
import { RESPONSE_FILES } from "../../domain/rates";
import type { ResponseGroup, ResponseView } from "../../domain/response";
import { spend } from "../rate";
import type { Context } from "../trpc";
import { response } from "./response";

/** Five hundred threads: a Word document of them takes half a second, and one of more would keep others waiting. It names where it goes on. */
const PAGES_IN_A_FILE = 5;

/** `view`: the last page read; `groups`: of all, those of a block cut by a page's end joined again. @throws Refusal as `response`, tooMany */
export async function responseFile(ctx: Context, { slug, after }: { slug: string; after: string | null }): Promise<{ view: ResponseView; groups: ResponseGroup[] }> {
  let view = await response(ctx, { slug, after });
  await spend({ what: "response", whom: ctx.network }, RESPONSE_FILES, ctx.now());
  const groups = [...view.groups];
  for (let page = 1; page < PAGES_IN_A_FILE && view.next !== null; page += 1) {
    await otherRequests();
    view = await response(ctx, { slug, after: view.next });
    const [first, ...others] = view.groups;
    const last = groups.at(-1);
    if (first && last && first.block === last.block) groups.splice(-1, 1, { ...last, threads: [...last.threads, ...first.threads] });
    else if (first) groups.push(first);
    groups.push(...others);
  }
  return { view, groups };
}
