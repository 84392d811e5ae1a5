/** Comments that an errand needs and is not about: posted as the page's script would, so that they cost no time. */
import { type Person, siteUrl } from "./fixtures";

/** One comment on each of these blocks, in the name of who is signed in; what each says. */
export async function said({ page }: Person, slug: string, blocks: readonly number[]): Promise<string[]> {
  const shown = await (await page.request.get(`${siteUrl()}/articles/${slug}`)).text();
  const discussion = /discussion=([0-9a-f-]+)/.exec(shown)?.[1] ?? "";
  const texts: string[] = [];
  for (const [place, block] of blocks.entries()) {
    const body = `Remark ${place + 1}, on paragraph ${block}.`;
    const data = { discussion, revision: 1, block, words: null, kind: null, key: crypto.randomUUID(), body };
    const answer = await page.request.post(`${siteUrl()}/api/trpc/comments.post`, { data });
    if (!answer.ok()) throw new Error(await answer.text());
    texts.push(body);
  }
  return texts;
}
