import type { Locator, Page } from "@playwright/test";
import { expect, importText, newcomer, test } from "../fixtures";

const TEXT = ["The levy is fair 👩‍👩‍👧 to all who fish. Cafe\u0301 owners disagree.", "水费从四月起上涨。谁来承担这笔钱？", "A third paragraph follows. It ends here."];

const article = async () => importText("A levy on fish", TEXT);

test("words chosen with the pointer, with an emoji and a combining mark, are what the comment stands on, also after a reload", async ({ person, page, words }) => {
  const [slug, mark] = [await article(), newcomer().name];
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await select(page, 1, "fair 👩‍👩‍👧 to all who fish. Cafe\u0301");
  await person.write(page.getByRole("link", { name: words.t("reader.choose") }), `Is it, ${mark}?`);
  await expect(person.comment(mark)).toBeVisible();
  await page.reload();
  await expect(page.locator("#b-1 mark.hl")).toHaveText("fair 👩‍👩‍👧 to all who fish. Cafe\u0301");
});

test("words of a Chinese text", async ({ person, page, words }) => {
  const [slug, mark] = [await article(), newcomer().name];
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await select(page, 2, "谁来承担");
  await person.write(page.getByRole("link", { name: words.t("reader.choose") }), `当然是我们，${mark}。`);
  await expect(person.comment(mark)).toBeVisible();
  await page.reload();
  await expect(page.locator("#b-2 mark.hl")).toHaveText("谁来承担");
});

test("a choice over several paragraphs is cut to the first, and says so", async ({ person, page, words }) => {
  const slug = await article();
  await person.open(`/articles/${slug}`);
  await page.evaluate(() => {
    const [from, to] = ["b-2", "b-3"].map((id) => document.getElementById(id));
    if (from?.firstChild && to?.firstChild) getSelection()?.setBaseAndExtent(from.firstChild, 9, to.firstChild, 5);
  });
  await expect(page.getByText(words.t("reader.cut"))).toBeVisible();
  const href = await page.getByRole("link", { name: words.t("reader.choose") }).getAttribute("href");
  expect(href).toContain("block=2&words=9-17");
});

test("chosen words can be given up for the whole paragraph, and the text stays", async ({ person, page, words }) => {
  const [slug, mark] = [await article(), newcomer().name];
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await select(page, 3, "third");
  await page.getByRole("link", { name: words.t("reader.choose") }).click();
  await page.getByLabel(words.t("compose.body")).fill(`On all of it, ${mark}.`);
  await page.getByRole("link", { name: words.t("compose.wholeBlock") }).click();
  await expect(page.getByRole("link", { name: words.t("compose.wholeBlock") })).toHaveCount(0);
  await page.getByRole("button", { name: words.t("compose.post") }).click();
  await expect(person.comment(mark)).toBeVisible();
  await expect(page.locator("#b-3 mark.hl")).toHaveCount(0);
});

test("a sentence pressed while its paragraph is being written on is what the comment is about", async ({ person, page, words }) => {
  const [slug, mark] = [await article(), newcomer().name];
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.commentOn(3).click();
  await page.getByLabel(words.t("compose.body")).fill(`Does it, ${mark}?`);
  const { x, y } = await placeOfWords(page, 3, "ends");
  await page.mouse.click(x, y);
  await expect(page.locator("form.composer .quoted")).toHaveText("It ends here.");
  await page.getByRole("button", { name: words.t("compose.post") }).click();
  await expect(page.locator("#b-3 mark.hl")).toHaveText("It ends here.");
});

test("on a touch screen, where the words are chosen by what the system offers, a tap is enough", async ({ person, page, words, hasTouch }) => {
  const [slug, mark] = [await article(), newcomer().name];
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await page.locator("#b-3").evaluate(({ firstChild }) => firstChild && getSelection()?.setBaseAndExtent(firstChild, 2, firstChild, 17));
  const press = (button: Locator) => (hasTouch ? button.tap() : button.click());
  await press(page.getByRole("link", { name: words.t("reader.choose") }));
  await page.getByLabel(words.t("compose.body")).fill(`By hand, ${mark}.`);
  await press(page.getByRole("button", { name: words.t("compose.post") }));
  await expect(person.comment(mark)).toBeVisible();
  await page.reload();
  await expect(page.locator("#b-3 mark.hl")).toHaveText("third paragraph");
});

test("by keyboard alone: a sentence, then fewer of its words", async ({ person, page, words }) => {
  const [slug, mark] = [await article(), newcomer().name];
  await person.signUp();
  await person.open(`/articles/${slug}`);
  for (const key of ["j", "j", "j"]) await page.keyboard.press(key);
  await expect(page.locator("#b-3")).toBeFocused();
  for (const key of ["Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowLeft", "Alt+Shift+ArrowRight"]) await page.keyboard.press(key);
  await expect(page.getByRole("link", { name: words.t("reader.choose") })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(words.t("compose.body"))).toBeFocused();
  await page.keyboard.type(`No hand, ${mark}.`);
  await page.getByRole("button", { name: words.t("compose.post") }).press("Enter");
  await expect(person.comment(mark)).toBeFocused();
  await page.reload();
  await expect(page.locator("#b-3 mark.hl")).toHaveText("ends here");
});

/** Drags over the words from their first to their last character, as a hand does. */
async function select(page: Page, block: number, words: string): Promise<void> {
  const { left, right, first, last } = await placeOfWords(page, block, words);
  await page.mouse.move(left, first);
  await page.mouse.down();
  await page.mouse.move((left + right) / 2, (first + last) / 2, { steps: 3 });
  await page.mouse.move(right, last, { steps: 3 });
  await page.mouse.up();
}

async function placeOfWords(page: Page, block: number, words: string) {
  await page.locator(`#b-${block}`).scrollIntoViewIfNeeded();
  return page.locator(`#b-${block}`).evaluate((element, wanted) => {
    const text = [...element.childNodes].find((node) => node.textContent?.includes(wanted));
    const start = text?.textContent?.indexOf(wanted) ?? -1;
    if (!text || start < 0) throw new Error(`no "${wanted}"`);
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, start + wanted.length);
    const lines = [...range.getClientRects()];
    const [begin, end] = [lines[0] ?? new DOMRect(), lines.at(-1) ?? new DOMRect()];
    return { left: begin.left + 0.5, right: end.right - 0.5, first: begin.top + begin.height / 2, last: end.top + end.height / 2, x: begin.left + 3, y: begin.top + begin.height / 2 };
  }, words);
}
