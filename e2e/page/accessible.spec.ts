import { expect, importText, newcomer, Person, test } from "../fixtures";
import { administrationPages, allPages, classPages, decidedPages, OWN_PAGES } from "../pages";
import { revise } from "../revised";
import { wordsOf } from "../words";
import { expectAccessible, faults, WAYS } from "./axe";

for (const language of ["en", "zh"] as const) {
  test(`axe finds nothing on any page: ${language}`, async ({ page }) => {
    test.setTimeout(300_000);
    const person = new Person(page, wordsOf(language));
    const pages = await allPages(person);
    await person.signUp();
    for (const address of [...pages, ...OWN_PAGES]) {
      await person.open(address);
      await expectAccessible(page, address, WAYS[language]);
    }
  });
}

for (const language of ["en", "zh"] as const) {
  test(`axe finds nothing on the pages of a class: ${language}`, async ({ page }) => {
    const person = new Person(page, wordsOf(language));
    for (const address of await classPages(person)) {
      await person.open(address);
      await expectAccessible(page, address, WAYS[language]);
    }
  });
}

test("axe finds nothing in what a revision changed", async ({ person, page, another, words }) => {
  const [kept, gone] = ["Operators of large platforms keep a register of the orders they received.", "A reader may ask for the data that is held about them, free of charge."];
  const slug = await importText(`Revised ${newcomer().name}`, ["First words.", kept, gone]);
  await person.signUp();
  for (const number of [2, 3]) {
    await person.open(`/articles/${slug}`);
    await person.write(person.commentOn(number), `On ${number}.`);
    await expect(person.comment(`On ${number}.`).first()).toBeVisible();
  }
  const editor = await another();
  await editor.signInAsEditor();
  await revise(editor, slug, ["First words.", `${kept} They publish it.`], { number: 2, why: "It was time." });
  for (const address of [`/articles/${slug}`, `/articles/${slug}/v/1`, `/articles/${slug}/v/1/compare/2`, `/articles/${slug}/revisions`, `/articles/${slug}/compare?from=9&to=1`, "/me/changed"]) {
    await person.open(address);
    await expectAccessible(page, address);
  }
  await person.open(`/articles/${slug}/blocks/2`);
  await page.getByText(words.t("oldWords.changed")).click();
  expect(await faults(page)).toEqual([]);
});

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
  test(`axe finds nothing in administration and moderation: ${language}`, async ({ page }) => {
    test.setTimeout(240_000);
    const person = new Person(page, wordsOf(language));
    const { own, staff } = await decidedPages(person);
    const look = async (addresses: string[]): Promise<void> => {
      for (const address of addresses) {
        await person.open(address);
        await expectAccessible(page, address, WAYS[language]);
      }
    };
    await look(own);
    await look([...(await administrationPages(person)), ...staff]);
  });
}
