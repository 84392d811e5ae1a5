import { expect, importArticle, makeStaff, newcomer, test } from "../fixtures";
import { said } from "../said";

test("a moderator removes a comment and takes it back, has all a member posts held, and two of them do not collide", async ({ person, page, words, another }) => {
  test.slow();
  const slug = await importArticle(`Moderated ${newcomer().name}`, 6);
  const writer = await another();
  const { name } = await writer.signUp();
  const [remark = ""] = await said(writer, slug, [2]);
  const second = await another();
  await Promise.all([person.signIn((await makeStaff("moderator")).email), second.signIn((await makeStaff("moderator")).email)]);

  await person.open(`/articles/${slug}/blocks/2`);
  await person.openActsPage(remark);
  await page.getByRole("link", { name: words.t("moderation.item.fromActs") }).click();
  const item = page.locator("#item");
  await expect(item).toContainText(words.t("moderation.item.unreported"));
  await second.page.goto(page.url());
  const decide = async (who: typeof person, act: "remove" | "hold" | "approve", facts?: string) => {
    await who.page.getByRole("radio", { name: words.t(`moderation.acts.${act}.name`) }).and(who.page.locator("form[data-decide] input")).check();
    if (facts !== undefined) await who.page.locator("form[data-decide] #facts").fill(facts);
    await who.page.getByRole("button", { name: words.t("moderation.item.decide") }).click();
  };

  await page.locator("form[data-decide] #ground").selectOption("insult");
  await decide(person, "remove");
  await expect(item.locator(".done")).toContainText(words.t("moderation.done.says.remove", { count: 1 }));
  await expect(item).toContainText(words.t("moderation.rules.insult.says"));
  await decide(second, "remove", "Seen too late.");
  await expect(second.page.locator("#item .error")).toContainText(words.t("refusals.conflict.decided"));
  await page.getByRole("button", { name: words.t("moderation.done.undo") }).click();
  await expect(item).toContainText(words.t("moderation.done.undone", { count: 1 }));
  await expect(item.locator(".it")).toContainText(remark);
  await decide(person, "hold", "Wait a moment.");
  await expect(item.locator(".done")).toContainText(words.t("moderation.done.says.hold", { count: 1 }));

  const [held = ""] = await said(writer, slug, [3]);
  const list = `/moderation?member=${encodeURIComponent(name)}`;
  await second.open(list);
  const line = second.page.locator(".rail li").filter({ hasText: held }).getByRole("link");
  await line.click();
  await second.page.getByRole("button", { name: words.t("moderation.item.claim"), exact: true }).click();
  await expect(second.page.locator("#item")).toContainText(words.t("moderation.item.claimedMine"));
  await page.goto(second.page.url());
  await expect(page.locator("form[data-decide]")).toHaveCount(0);
  await page.getByRole("button", { name: words.t("moderation.item.takeOver") }).click();
  await expect(item).toContainText(words.t("moderation.item.claimedMine"));
  await decide(person, "approve");
  await expect(page.locator(".done")).toContainText(words.t("moderation.done.says.approve", { count: 1 }));
  await person.open(`/articles/${slug}/blocks/3`);
  await expect(person.comment(held)).toBeVisible();
});
