import type { Page } from "@playwright/test";
import { expect, newcomer, siteUrl, test } from "../fixtures";

const DRAFT_SAVED = /forms\/drafts\.save/;

test("a draft begun on one browser is finished on another", async ({ person, another, page, slug, number, words }) => {
  const [who, mark] = [await person.signUp(), newcomer().name];
  await person.open(`/articles/${slug}`);
  await person.commentOn(number).click();
  await typed(page, words.t("compose.body"), `Begun here, ${mark},`);
  await expect(page.getByText(words.t("compose.draftSaved"))).toBeVisible();

  const elsewhere = await another();
  await elsewhere.signIn(who.email);
  await elsewhere.open(`/articles/${slug}`);
  await elsewhere.commentOn(number).click();
  const field = elsewhere.page.getByLabel(words.t("compose.body"));
  await expect(field).toHaveValue(`Begun here, ${mark},`);
  await field.fill(`Begun here, ${mark}, finished there.`);
  await elsewhere.page.getByRole("button", { name: words.t("compose.post") }).click();
  await expect(elsewhere.comment(`${mark}, finished there.`)).toBeVisible();
  await elsewhere.open("/me/drafts");
  await expect(elsewhere.page.getByText(mark)).toHaveCount(0);
});

test("two tabs that write the same draft lose nothing", async ({ person, page, context, slug, number, words }) => {
  const mark = newcomer().name;
  await person.signUp();
  const tabs = [page, await context.newPage()];
  for (const tab of tabs) {
    await tab.goto(siteUrl() + words.to(`/articles/${slug}`));
    await tab.getByRole("link", { name: words.t("block.comment", { number }), exact: true }).click();
    await expect(tab.getByLabel(words.t("compose.body"))).toBeFocused();
  }
  const [one, other] = tabs;
  if (!other || !one) throw new Error("two tabs");
  await typed(one, words.t("compose.body"), `From the first tab, ${mark}.`);
  await other.getByLabel(words.t("compose.body")).fill(`From the second tab, ${mark}.`);
  await expect(other.getByLabel(words.t("compose.otherDraft"))).toHaveValue(`From the first tab, ${mark}.`);
  await expect(other.getByLabel(words.t("compose.body"))).toHaveValue(`From the second tab, ${mark}.`);
  await expect(one.getByLabel(words.t("compose.body"))).toHaveValue(`From the first tab, ${mark}.`);
  await other.getByRole("button", { name: words.t("compose.post") }).click();
  await expect(other.locator("article.comment").filter({ hasText: `From the second tab, ${mark}.` })).toBeVisible();
});

test("a preview stands above the field, which still holds the text", async ({ person, page, slug, number, words }) => {
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.commentOn(number).click();
  await page.getByLabel(words.t("compose.body")).fill("It is *plainly* wrong.");
  await page.getByRole("button", { name: words.t("compose.preview") }).click();
  const preview = page.getByRole("region", { name: words.t("compose.previewed") });
  await expect(preview).toBeFocused();
  await expect(preview.locator("em")).toHaveText("plainly");
  await expect(page.getByLabel(words.t("compose.body"))).toHaveValue("It is *plainly* wrong.");
  expect(new URL(page.url()).pathname).toBe(words.to(`/articles/${slug}`));
});

/** Writes, and waits until the server has it. */
async function typed(page: Page, label: string, text: string): Promise<void> {
  const saved = page.waitForResponse((answer) => DRAFT_SAVED.test(answer.url()) && answer.ok());
  await page.getByLabel(label).fill(text);
  await saved;
}
