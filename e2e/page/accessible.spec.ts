import { expect, makeStaff, Person, test } from "../fixtures";
import { allPages } from "../pages";
import { wordsOf } from "../words";
import { expectAccessible, faults } from "./axe";

for (const language of ["en", "zh"] as const) {
  test(`axe finds nothing on any page, at either width, in either theme: ${language}`, async ({ page }) => {
    test.setTimeout(300_000);
    const person = new Person(page, wordsOf(language));
    const pages = await allPages(person);
    await person.signUp();
    for (const address of [...pages, "/me", "/me/drafts", "/me/account", "/me/account/name", "/me/account/display-name", "/me/account/address", "/me/account/password", "/me/account/delete"]) {
      await person.open(address);
      await expectAccessible(page, address);
    }
  });
}

test("axe finds nothing in a form opened in its place, nor in one that came back", async ({ person, page, words }) => {
  await person.signUp();
  await person.open("/articles/one-network-many-capitals");
  const thread = page.locator("section.thread").first();
  await thread.locator(".body").first().click();
  await thread.locator("article.comment").first().getByRole("link", { name: words.t("acts.reply") }).first().click();
  await page.getByLabel(words.t("compose.body")).fill("Turned \u202e around.");
  await page.getByRole("button", { name: words.t("compose.post") }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

test("axe finds nothing in the list of keys, nor in a menu, nor in the question before deleting", async ({ person, page, slug, number, words }) => {
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.write(person.commentOn(number), "For a menu.");
  await expect(person.comment("For a menu.")).toBeFocused();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.locator("article.comment[data-own]").getByRole("link", { name: words.t("acts.more") }).press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await page.getByRole("menuitem", { name: words.t("commentActs.delete") }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

for (const language of ["en", "zh"] as const) {
  test(`axe finds nothing in administration: ${language}`, async ({ page }) => {
    test.setTimeout(120_000);
    const person = new Person(page, wordsOf(language));
    await person.signIn((await makeStaff("administrator")).email);
    await person.open("/administration");
    const member = (await page.getByRole("listitem").getByRole("link").first().getAttribute("href"))?.replace(/^\/zh/, "") ?? "";
    for (const address of ["/administration", "/administration/members/new", "/administration/settings", "/administration/held", "/administration/mails", member, "/me/account/provider"]) {
      await person.open(address);
      await expectAccessible(page, address);
    }
  });
}
