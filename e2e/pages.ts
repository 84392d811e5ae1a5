/** Every page there is, as one member sees it, with something on it. */
import type { Person } from "./fixtures";

const SAMPLE = "/articles/one-network-many-capitals";

export async function allPages(person: Person, page = person.page): Promise<string[]> {
  await person.open(SAMPLE);
  const comment = await page.locator("article.comment").first().getAttribute("data-comment-id");
  const thread = await page.locator("section.thread").first().getAttribute("data-thread-id");
  const compose = (await page.locator('a[href*="/compose?"]').first().getAttribute("href"))?.replace(/^\/zh/, "") ?? "";
  return ["/", SAMPLE, `${SAMPLE}/blocks/9`, `${SAMPLE}/threads/${thread}`, `${SAMPLE}/all`, `${SAMPLE}/threads`, `${SAMPLE}/threads?order=discussed&kind=question`, `${SAMPLE}/new`, compose, "/sign-in", "/sign-up", "/sign-in/link", "/sign-in/link?sent=1", "/sign-in/forgotten", "/sign-in/reset/nothing", "/me/deleted", "/keys", `/comments/${comment}/acts`, "/nothing-here", `${SAMPLE}x`];
}

/** What editors alone see of a discussion: the sample's. */
export async function answeringPages(person: Person, page = person.page): Promise<string[]> {
  await person.open(SAMPLE);
  const thread = await page.locator("section.thread").first().getAttribute("data-thread-id");
  const editor = SAMPLE.replace("/articles/", "/editor/");
  return [`${editor}/discussion`, `${editor}/threads/${thread}`, `${SAMPLE}/response`];
}
