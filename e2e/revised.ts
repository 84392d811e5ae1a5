import { expect, type Person } from "./fixtures";

/** Others may be read or carried first, each in its turn. */
const SOON = { timeout: 20_000 };

/** Publishes these paragraphs as the next revision, by forms; they must leave nothing doubtful. */
export async function revise(person: Person, slug: string, paragraphs: readonly string[], { number, why }: { number: number; why: string }): Promise<void> {
  const { page, words } = person;
  await person.open(`/editor/${slug}`);
  await page.getByRole("button", { name: words.t("editor.revising.begin") }).click();
  await page.getByRole("link", { name: words.t("editor.revising.replaceTitle") }).click();
  await page.getByLabel(words.t("editor.text")).fill(`# The same\n\n${paragraphs.join("\n\n")}\n`);
  await page.getByRole("button", { name: words.t("editor.revising.replace") }).click();
  await expect.poll(() => page.locator("[data-edited] > .block").allTextContents(), SOON).toEqual(paragraphs);
  await page.getByRole("button", { name: words.t("editor.revising.toReview") }).click();
  await page.getByLabel(words.t("review.why")).fill(why, SOON);
  await page.getByRole("button", { name: words.t("review.publish", { number }) }).click();
  await expect(page.getByText(words.t("article.revision", { revision: number })).first()).toBeVisible(SOON);
}
