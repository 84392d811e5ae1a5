import { expect, newcomer, Person, test } from "../fixtures";

test("a member leaves a comment unfinished, finds it again and posts it", async ({ person, page, slug, number, words }) => {
  const text = `Begun today, ${newcomer().name}.`;
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.openComposePage(number);
  await page.getByLabel(words.t("compose.body")).fill(text);
  await page.getByRole("button", { name: words.t("compose.saveDraft") }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.t("compose.title") })).toBeVisible();
  await expect(page.getByLabel(words.t("compose.body"))).toHaveValue(text);
  await person.open("/me");
  await page.getByRole("link", { name: words.t("me.drafts") }).click();
  await expect(page.getByRole("listitem").filter({ hasText: text })).toContainText(words.t("drafts.onBlock", { number }));
  await page.getByRole("link", { name: text }).click();
  await expect(page.getByLabel(words.t("compose.body"))).toHaveValue(text);
  await page.getByRole("button", { name: words.t("compose.post") }).click();
  await expect(person.comment(text)).toBeVisible();
  await person.open("/me/drafts");
  await expect(page.getByText(words.t("drafts.none"))).toBeVisible();
});

test("a draft that was thrown away can be brought back", async ({ person, page, slug, number, words }) => {
  const text = `Regretted too soon, ${newcomer().name}.\n\nIn two paragraphs.`;
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.openComposePage(number);
  await page.getByLabel(words.t("compose.body")).fill(text);
  await page.getByRole("button", { name: words.t("compose.saveDraft") }).click();
  await person.open("/me/drafts");
  await page.getByRole("button", { name: words.t("drafts.deleteWhich", { beginning: text.slice(0, 20) }) }).click();
  await expect(page.getByRole("status")).toContainText(words.t("drafts.deleted"));
  await page.getByRole("button", { name: words.t("drafts.undo") }).click();
  await page.getByRole("link", { name: text.slice(0, 20) }).click();
  await expect(page.getByLabel(words.t("compose.body"))).toHaveValue(text);
});

test("two tabs that save different words show both", async ({ person, page, slug, number, words }) => {
  const mark = newcomer().name;
  await person.signUp();
  const other = new Person(await page.context().newPage(), words);
  for (const tab of [person, other]) {
    await tab.open(`/articles/${slug}`);
    await tab.openComposePage(number);
  }
  for (const [tab, text] of [[person, `One tab, ${mark}`], [other, `The other, ${mark}`]] as const) {
    await tab.page.getByLabel(words.t("compose.body")).fill(text);
    await tab.page.getByRole("button", { name: words.t("compose.saveDraft") }).click();
  }
  await expect(other.page.getByRole("alert")).toContainText(words.t("refusals.conflict.draft"));
  await expect(other.page.getByLabel(words.t("compose.body"))).toHaveValue(`The other, ${mark}`);
  await expect(other.page.getByLabel(words.t("compose.otherDraft"))).toHaveValue(`One tab, ${mark}`);
  await other.page.getByRole("button", { name: words.t("compose.saveDraft") }).click();
  await expect(other.page.getByLabel(words.t("compose.otherDraft"))).toHaveCount(0);
  await expect(other.page.getByLabel(words.t("compose.body"))).toHaveValue(`The other, ${mark}`);
});
