import { expect, importArticle, makeStaff, newcomer, siteUrl, test } from "./fixtures";

/** What is decided can be undone for 18 seconds, and nobody is told before. */
const TOLD_WITHIN_MS = 40_000;

test("an author finds the notice by the bell, and it leads to the reasons", async ({ person, another, page, words }) => {
  const slug = await importArticle(`Told of ${newcomer().name}`, 2);
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.write(person.commentOn(2), "Nonsense.");
  const id = (await person.comment("Nonsense.").getAttribute("data-comment-id")) ?? "";
  const moderator = await another();
  await moderator.signIn((await makeStaff("administrator")).email);
  await moderator.page.request.post(`${siteUrl()}/api/trpc/moderation.decideComments`, { data: { act: "remove", comments: [{ id }], reasons: { ground: "insult", facts: "About the person." } } });
  await expect(async () => {
    await person.open("/");
    await expect(page.locator("a[data-bell] b")).toHaveText("1", { timeout: 1_000 });
  }).toPass({ timeout: TOLD_WITHIN_MS });
  await page.locator("a[data-bell]").click();
  await page.getByRole("list").getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.t("statement.titles.remove"));
  await person.open("/me/notices");
  await expect(page.getByText(words.t("ownNotices.unread"), { exact: true })).toHaveCount(0);
});
