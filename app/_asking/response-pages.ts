/** The response to comments for a file: several pages of it in one. */
import { setImmediate as otherRequests } from "node:timers/promises";
import type { ResponseGroup, ResponseView } from "../../domain/response";
import type { Ask } from "./pages";

/** Pages of a hundred threads: a Word document of more takes longer than others should wait, and a longer one names where it goes on. */
const PAGES_IN_A_FILE = 5;

/** `view`: the last page read; `groups`: of all, those of a block cut by a page's end joined again. */
export async function responsePages(ask: Ask, { slug, after }: { slug: string; after: string | null }): Promise<{ view: ResponseView; groups: ResponseGroup[] }> {
  let view = await ask.answers.response({ slug, after });
  const groups = [...view.groups];
  for (let page = 1; page < PAGES_IN_A_FILE && view.next !== null; page += 1) {
    await otherRequests();
    view = await ask.answers.response({ slug, after: view.next });
    const [first, ...others] = view.groups;
    const last = groups.at(-1);
    if (first && last && first.block === last.block) groups.splice(-1, 1, { ...last, threads: [...last.threads, ...first.threads] });
    else if (first) groups.push(first);
    groups.push(...others);
  }
  return { view, groups };
}

/** A file that no store keeps. */
export function fileAnswer(body: BodyInit, type: string, name: string): Response {
  return new Response(body, {
    headers: { "content-type": type, "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`, "cache-control": "private, no-store", "x-content-type-options": "nosniff" },
  });
}
