import type { Page } from "@playwright/test";
import { expect, importText, newcomer, type Person, siteUrl, test } from "../fixtures";
import { said } from "../said";

/** Others may be read or carried first, each in its turn. */
const SOON = { timeout: 20_000 };

const OLD = [
  "The committee reports to the assembly every year on what it has spent and why.",
  "Operators of large platforms keep a register of the orders they received.",
  "Fishing boats pay a fee for every night in the old basin. The fee is due on leaving.",
  "Masters of foreign vessels hold a list of the pilots they hired.",
  "Complaints are answered within thirty days.",
  "Somebody who did not decide the case answers them.",
  "Keepers of private wharves bring a copy of the leases they signed.",
  "Every quay has a light that burns from dusk until the last ferry has left.",
  "The archive of the harbour may be read by anybody who asks.",
];

/** The last moved to the front; 2, 4 and 7 rewritten; 3 split; 5 and 6 merged; 8 stays for the block editor. */
const NEW = [
  OLD[8],
  OLD[0],
  "Operators of large platforms must publish which orders of courts they received and what became of each.",
  "Fishing boats pay a fee for every night in the old basin.",
  "The fee is due on leaving.",
  "Masters of foreign vessels shall announce which pilots from abroad they hired and how much was paid.",
  `${OLD[4]} ${OLD[5]}`,
  "Keepers of private wharves will explain which leases with strangers they signed and when they end.",
  OLD[7],
];

/** The number of the block that the newest revision shows it on; 0: with what was removed, or on the whole article. */
async function blockOf(page: Page, text: string): Promise<number> {
  return Number.parseInt((await page.locator("section.thread").filter({ hasText: text }).first().getAttribute("data-note")) ?? "", 10);
}

async function toReview({ page, words }: Person): Promise<void> {
  await page.getByRole("button", { name: words.t("editor.revising.toReview") }).click();
}

async function paste({ page, words }: Person, text: string): Promise<void> {
  await page.getByRole("link", { name: words.t("editor.revising.replaceTitle") }).click();
  await page.getByLabel(words.t("editor.text")).fill(text);
  await page.getByRole("button", { name: words.t("editor.revising.replace") }).click();
}

test("an editor revises an article, decides what is doubtful and publishes; nothing new, or what another decided, is refused", async ({ person, page, words, another }) => {
  test.slow();
  const title = `The harbour ${newcomer().name}`;
  const slug = await importText(title, OLD);
  const reader = await another();
  await reader.signUp();
  const on = await said(reader, slug, [2, 2, 3, 4, 6, 7, 8, 9]);

  await person.signInAsEditor();
  await person.open(`/editor/${slug}`);
  await page.getByRole("button", { name: words.t("editor.revising.begin") }).click();
  await toReview(person);
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.carrying.identical", { number: 1 }), SOON);
  await paste(person, `# ${title}`);
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.import.no-article"), SOON);
  await page.getByLabel(words.t("editor.text")).fill(`# ${title}\n\n${NEW.join("\n\n")}\n`);
  await page.getByRole("button", { name: words.t("editor.revising.replace") }).click();
  await expect.poll(() => page.locator("[data-edited] > .block").allTextContents(), SOON).toEqual(NEW);
  await page.getByRole("button", { name: words.t("editor.blocks.dropWhich", { number: 9 }) }).click();
  await expect(page.locator("[data-out]")).toHaveCount(1);
  await toReview(person);

  const cases = page.locator("article.case");
  await expect(page.getByText(words.t("review.lead", { all: 8, exact: 0, moved: 1, changed: 2, removed: 1, asked: 4 }))).toBeVisible(SOON);
  await expect(cases).toHaveCount(4);
  await expect(cases.first().locator("del").first()).toContainText("keep a register");
  await expect(cases.first().locator("ins").first()).toContainText("must publish");
  await page.getByLabel(words.t("review.why")).fill("The court asked for it.");
  await page.getByRole("button", { name: words.t("review.publish", { number: 2 }) }).click();
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.notAllowed.undecided"));
  await expect(page.getByLabel(words.t("review.why"))).toHaveValue("The court asked for it.");

  // Another editor has the same page open: told what was decided meanwhile, and nothing of it is overwritten.
  const other = await another();
  await other.signInAsEditor();
  await other.open(`/editor/${slug}/review`);
  await page.getByRole("button", { name: words.t("review.acceptAlike", { count: 2 }) }).click();
  await expect(cases).toHaveCount(2);
  await other.page.getByRole("button", { name: words.t("review.detach", { number: 1 }) }).first().click();
  await expect(other.page.getByRole("alert")).toHaveText(words.t("refusals.conflict.changed"));
  await expect(other.page.locator("article.case")).toHaveCount(2);
  await cases.first().getByRole("link", { name: words.t("review.attach") }).click();
  await page.getByLabel(words.t("review.passages.find")).fill("THE ASSEMBLY");
  await page.getByRole("button", { name: words.t("review.passages.search") }).click();
  await page.getByRole("link", { name: words.t("review.passages.someOf", { number: 2 }) }).click();
  const field = page.getByLabel(words.t("review.chooseWords.field"));
  await field.fill("The commission");
  await page.getByRole("button", { name: words.t("review.chooseWords.these") }).click();
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.field.noSuchWords"));
  await expect(field).toHaveValue("The commission");
  await field.fill("to the assembly");
  await page.getByRole("button", { name: words.t("review.chooseWords.these") }).click();
  await expect(cases).toHaveCount(1);
  await cases.first().getByRole("button", { name: words.t("review.detach", { number: 1 }) }).click();
  await expect(page.locator(".pub")).toContainText(words.t("review.allDecided"));
  await page.getByRole("button", { name: words.t("review.undo") }).click();
  await expect(cases).toHaveCount(1);
  await cases.first().getByRole("button", { name: words.t("review.acceptMoved", { number: 8 }) }).click();
  await expect(page.locator(".pub")).toContainText(words.t("review.allDecided"));
  await page.getByRole("button", { name: words.t("review.publish", { number: 2 }) }).click();
  await expect(page).toHaveURL(new RegExp(`/articles/${slug}$`), SOON);

  await reader.page.goto(`${siteUrl()}${words.to(`/articles/${slug}/all`)}`);
  const shown = await Promise.all(on.map((text) => blockOf(reader.page, text)));
  expect(shown).toEqual([3, 3, 4, 2, 7, 8, 0, 1]);
});
