import { expect, importText, newcomer, test } from "../fixtures";
import { said } from "../said";

const OLD = [
  "The committee reports to the assembly every year on what it has spent and why.",
  "Operators of large platforms keep a register of the orders they received.",
  "Masters of foreign vessels hold a list of the pilots they hired.",
  "Keepers of private wharves bring a copy of the leases they signed.",
];
const NEW = [
  OLD[0],
  "Operators of large platforms must publish which orders of courts they received and what became of each.",
  "Masters of foreign vessels shall announce which pilots from abroad they hired and how much was paid.",
  "Keepers of private wharves will explain which leases with strangers they signed and when they end.",
];

test("a review is gone through and published by keyboard alone, and the focus is never lost", async ({ person, page, words, another }) => {
  test.slow();
  const slug = await importText(`Reviewed by keys ${newcomer().name}`, OLD);
  const reader = await another();
  await reader.signUp();
  await said(reader, slug, [2, 3, 4]);
  await person.signInAsEditor();
  await person.open(`/editor/${slug}`);
  await page.getByRole("button", { name: words.t("editor.revising.begin") }).press("Enter");
  await page.getByRole("link", { name: words.t("editor.revising.replaceTitle") }).press("Enter");
  await page.getByLabel(words.t("editor.text")).fill(`# By keys\n\n${NEW.join("\n\n")}\n`);
  await page.getByRole("button", { name: words.t("editor.revising.replace") }).press("Enter");
  await expect(page.locator("[data-edited]").nth(1)).toContainText("must publish", { timeout: 20_000 });
  await page.getByRole("button", { name: words.t("editor.revising.toReview") }).press("Enter");
  const [cases, current] = [page.locator("article.case"), page.locator("article.case:focus")];
  await expect(cases).toHaveCount(3, { timeout: 20_000 });

  const counts = page.locator(".sum a");
  await counts.last().focus();
  await page.keyboard.press("Tab");
  await expect(current).toContainText("Remark 1");
  await page.keyboard.press("j");
  await expect(current).toContainText("Remark 2");
  await page.keyboard.press("a");
  await expect(current).toContainText("Remark 3");
  await expect(cases).toHaveCount(2);
  await page.keyboard.press("u");
  await expect(current).toContainText("Remark 2");
  await expect(cases).toHaveCount(3);
  await page.keyboard.press("k");
  await page.keyboard.press("d");
  await page.keyboard.press("a");
  await expect(current).toContainText("Remark 3");
  await expect(cases).toHaveCount(1);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(current).toContainText("Remark 3");
  await page.keyboard.press("r");
  await page.getByRole("link", { name: words.t("review.passages.someOf", { number: 1 }) }).press("Enter");
  // What is selected in the passage is what is meant.
  await page.locator("[data-choose-words]").evaluate((passage) => getSelection()?.setBaseAndExtent(passage.firstChild ?? passage, 4, passage.firstChild ?? passage, 13));
  await expect(page.getByLabel(words.t("review.chooseWords.field"))).toHaveValue("committee");
  await page.getByRole("button", { name: words.t("review.chooseWords.these") }).press("Enter");
  await expect(page.locator(".pub")).toContainText(words.t("review.allDecided"));
  await page.getByRole("button", { name: words.t("review.undo") }).press("Enter");
  await expect(current).toContainText("Remark 3");
  await page.keyboard.press("a");
  await expect(page.locator("#cases")).toBeFocused();
  await page.getByRole("button", { name: words.t("review.publish", { number: 2 }) }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`/articles/${slug}$`), { timeout: 20_000 });
});
