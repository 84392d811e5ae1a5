import { expect, importArticle, newcomer, test } from "../fixtures";

test("a form that is taller than the rest of the text leaves the text where it is, and comes to rest", async ({ person, page, words }) => {
  const slug = await importArticle(`Short ${newcomer().name}`, 3);
  await person.signUp();
  await person.open(`/articles/${slug}`);
  const before = await page.locator("#b-3").boundingBox();
  await person.commentOn(3).click();
  await page.getByLabel(words.t("compose.body")).fill("At the end.");
  // A click waits until what is clicked stands still.
  await page.getByRole("button", { name: words.t("compose.preview") }).click();
  await expect(page.getByRole("region", { name: words.t("compose.previewed") })).toBeFocused();
  const [after, scrolled] = [await page.locator("#b-3").boundingBox(), await page.evaluate(() => scrollY)];
  expect(Math.abs((after?.y ?? 0) + scrolled - (before?.y ?? 0))).toBeLessThan(2);
});
