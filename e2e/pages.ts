/** Every page there is, as one member sees it, with something on it. */
import { makeStaff, type Person } from "./fixtures";

const SAMPLE = "/articles/one-network-many-capitals";

export async function allPages(person: Person, page = person.page): Promise<string[]> {
  await person.open(SAMPLE);
  const comment = await page.locator("article.comment").first().getAttribute("data-comment-id");
  const thread = await page.locator("section.thread").first().getAttribute("data-thread-id");
  const compose = (await page.locator('a[href*="/compose?"]').first().getAttribute("href"))?.replace(/^\/zh/, "") ?? "";
  return ["/", SAMPLE, `${SAMPLE}/blocks/9`, `${SAMPLE}/threads/${thread}`, `${SAMPLE}/all`, `${SAMPLE}/threads`, `${SAMPLE}/revisions`, `${SAMPLE}/threads?order=discussed&kind=question`, `${SAMPLE}/new`, compose, "/sign-in", "/sign-up", "/sign-in/link", "/sign-in/link?sent=1", "/sign-in/forgotten", "/sign-in/reset/nothing", "/me/deleted", "/keys", "/moderation/log", "/moderation/report", `/comments/${comment}/acts`, "/nothing-here", `${SAMPLE}x`];
}

/** A member's own, in their session. */
export const OWN_PAGES = ["/me", "/me/drafts", "/me/notices", "/me/held", "/me/reports", "/me/changed", "/me/account", "/me/account/name", "/me/account/display-name", "/me/account/address", "/me/account/password", "/me/account/delete"];

/** For who runs the place: signs in, and names them all. */
export async function administrationPages(person: Person): Promise<string[]> {
  await person.signIn((await makeStaff("administrator")).email);
  await person.open("/administration");
  const member = (await person.page.getByRole("listitem").getByRole("link").first().getAttribute("href"))?.replace(/^\/zh/, "") ?? "";
  await person.open(SAMPLE);
  const comment = await person.page.locator("article.comment").first().getAttribute("data-comment-id");
  return ["/administration", "/administration/members/new", "/administration/settings", "/administration/held", "/administration/mails", member, "/moderation", "/moderation/settings", `/moderation/items/${comment}`, `/moderation/items/${comment}/passages`, "/me/account/provider"];
}

/** What editors alone see of a discussion: the sample's. */
export async function answeringPages(person: Person, page = person.page): Promise<string[]> {
  await person.open(SAMPLE);
  const thread = await page.locator("section.thread").first().getAttribute("data-thread-id");
  const editor = SAMPLE.replace("/articles/", "/editor/");
  return [`${editor}/discussion`, `${editor}/threads/${thread}`, `${SAMPLE}/response`];
}
