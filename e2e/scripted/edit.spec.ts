import type { Page } from "@playwright/test";
import { expect, importText, newcomer, test } from "../fixtures";

const texts = (page: Page) => page.locator("[data-edited]:not([data-out]) > .block").allTextContents();
const current = (page: Page) => page.locator("[data-edited]:focus > .block");

test.beforeEach(async ({ person }) => {
  await person.signInAsEditor();
  const slug = await importText(`By keys ${newcomer().name}`, ["One goes first.", "Two comes 🏛 after. It has two sentences.", "Three is last."], ["--draft"]);
  await person.open(`/editor/${slug}`);
});

test("a draft is corrected and published by keyboard alone", async ({ page, words }) => {
  await page.getByRole("link", { name: words.t("bar.skip") }).last().press("Enter");
  await page.keyboard.press("Tab");
  await expect(current(page)).toHaveText("One goes first.");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("k");
  await page.keyboard.press("Shift+J");
  await expect(current(page)).toHaveText("One goes first. Two comes 🏛 after. It has two sentences.");
  await page.keyboard.press("s");
  await page.getByRole("menuitem", { name: "It has two sentences." }).press("Enter");
  await expect(current(page)).toHaveText("It has two sentences.");
  await page.keyboard.press("t");
  await page.getByRole("menuitem", { name: words.t("editor.kinds.quotation") }).press("Enter");
  await expect(page.locator("[data-edited]:focus")).toHaveAttribute("data-kind", "quotation");
  await page.keyboard.press("x");
  await expect(page.locator("[data-edited]:focus")).toHaveAttribute("data-out", "");
  await page.keyboard.press("u");
  await expect(page.locator("[data-edited]:focus")).not.toHaveAttribute("data-out");
  await page.keyboard.press("Shift+U");
  await expect(page.locator("[data-edited]:focus")).toHaveAttribute("data-out", "");
  await page.keyboard.press("Control+z");
  await expect(page.locator("[data-edited]:focus")).not.toHaveAttribute("data-out");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(words.t("editor.block.words"))).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type(" Really.");
  await page.keyboard.press("Control+Enter");
  await expect(current(page)).toHaveText("Three is last. Really.");
  await page.reload();
  await expect.poll(() => texts(page)).toEqual(["One goes first. Two comes 🏛 after.", "It has two sentences.", "Three is last. Really."]);
  await page.getByRole("button", { name: words.t("editor.undoWhat.text") }).press("Enter");
  await expect.poll(async () => (await texts(page)).at(-1)).toBe("Three is last.");
  await page.getByRole("button", { name: words.t("editor.publish") }).press("Enter");
  await expect(page.locator("blockquote")).toContainText("It has two sentences.");
});

test("keys pressed faster than the server answers are all done, in order", async ({ page }) => {
  await page.locator("[data-edited]").first().focus();
  await page.keyboard.press("Shift+J");
  await page.keyboard.press("Shift+J");
  await page.keyboard.press("u");
  await expect.poll(() => texts(page)).toEqual(["One goes first. Two comes 🏛 after. It has two sentences.", "Three is last."]);
  await page.keyboard.press("u");
  await expect.poll(() => texts(page)).toHaveLength(3);
});

test("it is split where the pointer was set, in code points", async ({ page }) => {
  const block = page.locator("[data-edited]").nth(1);
  await block.focus();
  await block.evaluate((element) => {
    const text = element.querySelector(".block")?.firstChild;
    if (text) getSelection()?.setBaseAndExtent(text, "Two comes 🏛 ".length, text, "Two comes 🏛 ".length);
  });
  await page.keyboard.press("s");
  await page.getByRole("menuitem", { name: "¦" }).press("Enter");
  await expect.poll(() => texts(page)).toEqual(["One goes first.", "Two comes 🏛", "after. It has two sentences.", "Three is last."]);
});

test("words being written stay when another tab changed the draft, and are kept with the next save", async ({ page, words }) => {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.locator("[data-edited]").nth(0).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel(words.t("editor.block.words")).fill("One, written in this tab.");
  await other.locator("[data-edited]").nth(1).focus();
  await other.keyboard.press("x");
  await expect(other.locator("[data-edited]").nth(1)).toHaveAttribute("data-out", "");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.conflict.changed"));
  await expect(page.locator("[data-edited]").nth(1)).toHaveAttribute("data-out", "");
  await expect(page.getByLabel(words.t("editor.block.words"))).toHaveValue("One, written in this tab.");
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => texts(page)).toEqual(["One, written in this tab.", "Three is last."]);
});

test("put away and opened again, what was written is still there; the list of keys opens and closes", async ({ page, words }) => {
  await page.locator("[data-edited]").first().focus();
  await page.keyboard.press("Enter");
  await page.getByLabel(words.t("editor.block.words")).fill("Not yet.");
  await page.keyboard.press("Escape");
  await expect(current(page)).toHaveText("One goes first.");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText(words.t("editor.keys.join"));
  await page.keyboard.press("Escape");
  await expect(current(page)).toHaveText("One goes first.");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(words.t("editor.block.words"))).toHaveValue("Not yet.");
});
