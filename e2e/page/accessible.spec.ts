import AxeBuilder from "@axe-core/playwright";
import { expect, makeStaff, Person, test } from "../fixtures";
import { allPages } from "../pages";
import { wordsOf } from "../words";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

for (const language of ["en", "zh"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 320]) {
      test(`axe finds nothing: ${language}, ${colorScheme}, ${width} px`, async ({ page }) => {
        test.setTimeout(240_000);
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        const person = new Person(page, wordsOf(language));
        const pages = await allPages(person);
        await person.signUp();
        for (const address of [...pages, "/me", "/me/drafts", "/me/account", "/me/account/name", "/me/account/display-name", "/me/account/address", "/me/account/password", "/me/account/delete"]) {
          await person.open(address);
          const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
          expect(violations.map(({ id, nodes }) => `${address}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), address).toBeLessThanOrEqual(0);
        }
      });
    }
  }
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
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test("axe finds nothing in the list of keys, nor in a menu, nor in the question before deleting", async ({ person, page, slug, number, words }) => {
  const faults = async () => (await new AxeBuilder({ page }).withTags(TAGS).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.write(person.commentOn(number), "For a menu.");
  await expect(person.comment("For a menu.")).toBeFocused();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await faults()).toEqual([]);
  await page.keyboard.press("Escape");
  await page.locator("article.comment[data-own]").getByRole("link", { name: words.t("acts.more") }).press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  expect(await faults()).toEqual([]);
  await page.getByRole("menuitem", { name: words.t("commentActs.delete") }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await faults()).toEqual([]);
});

for (const [language, colorScheme, width] of [["en", "light", 1280], ["zh", "dark", 320]] as const) {
  test(`axe finds nothing in administration: ${language}, ${colorScheme}, ${width} px`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const person = new Person(page, wordsOf(language));
    await person.signIn((await makeStaff("administrator")).email);
    await person.open("/administration");
    const member = (await page.getByRole("listitem").getByRole("link").first().getAttribute("href"))?.replace(/^\/zh/, "") ?? "";
    for (const address of ["/administration", "/administration/members/new", "/administration/settings", "/administration/held", "/administration/mails", member, "/me/account/provider"]) {
      await person.open(address);
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      expect(violations.map(({ id, nodes }) => `${address}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), address).toBeLessThanOrEqual(0);
    }
  });
}
