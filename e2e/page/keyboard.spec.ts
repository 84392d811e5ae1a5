import type { Locator, Page } from "@playwright/test";
import { expect, newcomer, type Person, test } from "../fixtures";
import { expectFocusInSight, focusOf, press } from "./focus";

const SAMPLE = "/articles/one-network-many-capitals";

/** The last thing on every page that takes the keyboard. */
const END = ".foot a:last-of-type";

async function openSample(person: Person, width = 1280): Promise<void> {
  await person.page.setViewportSize({ width, height: 800 });
  await person.open(SAMPLE);
}

function block(page: Page, number: number): Locator {
  return page.locator(`#b-${number}`);
}

test("1: from paragraph to paragraph and back", async ({ person, page }) => {
  await openSample(person);
  await press(page, "j", "j", "j");
  await expect(block(page, 3)).toBeFocused();
  await expect(block(page, 3)).toHaveAttribute("aria-current", "true");
  await press(page, "k");
  await expect(block(page, 2)).toBeFocused();
  await expect(page.locator("main [aria-current]")).toHaveCount(1);
  await press(page, "k", "k");
  await expect(block(page, 1)).toBeFocused();
});

test("2: what is said on a paragraph is opened, and Escape leads back to the very paragraph", async ({ person, page }) => {
  for (const width of [1280, 390]) {
    await openSample(person, width);
    await press(page, "j", "Enter");
    const thread = page.locator('.threads[data-block="1"] section.thread').first();
    await expect(thread).toBeFocused();
    await press(page, "Tab", "Escape");
    await expect(block(page, 1)).toBeFocused();
    await expect(thread.getByRole("article").first()).toBeVisible({ visible: width === 1280 });
  }
});

test("3: a comment on the paragraph under the cursor, written without a mouse", async ({ person, page, slug, number, words }) => {
  const text = `By keys, ${newcomer().name}.`;
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await press(page, ..."j".repeat(number), "c");
  await expect(page.getByLabel(words.t("compose.body"))).toBeFocused();
  await page.keyboard.type(text);
  await expectFocusInSight(page);
  await tabTo(page, page.getByRole("button", { name: words.t("compose.post") }));
  await page.keyboard.press("Enter");
  await expect(person.comment(text)).toBeFocused();
  await expectFocusInSight(page);
  await press(page, "Escape");
  await expect(block(page, number)).toBeFocused();
});

test("4: a form that is given up returns the keyboard to where it was", async ({ person, page, words }) => {
  for (const width of [1280, 390]) {
    await openSample(person, width);
    await press(page, "j", "c");
    await expect(page.getByLabel(words.t("compose.body"))).toBeFocused();
    await press(page, "Escape");
    await expect(block(page, 1)).toBeFocused();
    await press(page, "Enter");
    const link = page.locator(".threads:has(:focus) > .add a").first();
    await link.focus();
    await press(page, "Enter");
    await expect(page.getByLabel(words.t("compose.body"))).toBeFocused();
    await press(page, "Escape");
    await expect(person.commentOn(1)).toBeFocused();
  }
});

test("5: a reply to the comment that has the keyboard", async ({ person, page, slug, number, words }) => {
  const mark = newcomer().name;
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.write(person.commentOn(number), `Asked ${mark}`);
  await expect(person.comment(`Asked ${mark}`)).toBeFocused();
  await press(page, "r");
  await expect(page.getByLabel(words.t("compose.body"))).toBeFocused();
  await press(page, "Escape");
  await expect(person.comment(`Asked ${mark}`)).toBeFocused();
  await press(page, "r");
  await expect(page.getByLabel(words.t("compose.body"))).toBeFocused();
  await page.keyboard.type(`Answered ${mark}`);
  await page.getByRole("button", { name: words.t("compose.post") }).press("Enter");
  await expect(person.comment(`Answered ${mark}`)).toBeFocused();
  await expectFocusInSight(page);
});

test("6: threads by key in the order of the document, which is that of the page", async ({ person, page }) => {
  for (const width of [1280, 390]) {
    await openSample(person, width);
    const ids = await page.locator("main section.thread").evaluateAll((threads) => threads.map(({ id }) => id));
    const walked: string[] = [];
    for (let count = 0; count < ids.length; count += 1) {
      await press(page, "n");
      walked.push((await focusOf(page)).id);
    }
    expect(walked).toEqual(ids);
    await press(page, "n");
    expect((await focusOf(page)).id).toBe(ids.at(-1));
    await press(page, "p");
    expect((await focusOf(page)).id).toBe(ids.at(-2));
    const tops = await page.locator("main section.thread").evaluateAll((threads) => threads.map((thread) => Math.round(thread.getBoundingClientRect().top)));
    expect(tops).toEqual([...tops].sort((one, other) => one - other));
  }
});

test("7: what is left out of a thread is unfolded under the keyboard", async ({ person, page }) => {
  for (const width of [1280, 390]) {
    await openSample(person, width);
    const more = page.locator("section.thread:focus .more > a");
    while ((await more.count()) === 0) await press(page, "n");
    await more.first().focus();
    await expectFocusInSight(page);
    await page.keyboard.press("Enter");
    await expect(page.locator("article.comment:focus, section.thread:focus")).toBeVisible();
    await expectFocusInSight(page);
    expect(new URL(page.url()).pathname).toBe(SAMPLE);
  }
});

test("8: the list of keys opens in a dialog and closes to where one was", async ({ person, page, words }) => {
  await openSample(person);
  await press(page, "j", "j", "?");
  const dialog = page.getByRole("dialog", { name: words.t("keys.title") });
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText(words.t("keys.acts.reply"));
  await press(page, "j", "c", "n");
  await expect(page.locator("dialog[open]")).toHaveCount(1);
  await press(page, "Escape");
  await expect(block(page, 2)).toBeFocused();
  await press(page, "?");
  await dialog.getByRole("button", { name: words.t("reader.close") }).press("Enter");
  await expect(block(page, 2)).toBeFocused();
});

test("9: keys are given others and turned off, in this browser", async ({ person, page, words }) => {
  await person.open("/keys");
  const field = (act: "next-block" | "previous-block" | "comment") => page.getByRole("textbox", { name: words.t(`keys.acts.${act}`) });
  await field("next-block").focus();
  await page.keyboard.type("k");
  await expect(field("next-block")).toHaveAccessibleDescription(words.t("keys.taken"));
  await field("previous-block").fill("");
  await field("next-block").fill("s");
  await openSample(person);
  await press(page, "s", "s");
  await expect(block(page, 2)).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(block(page, 2)).toBeFocused();
  await press(page, "?");
  await expect(page.locator('dialog [data-act="next-block"] kbd')).toHaveText("s");
  await expect(page.locator('dialog [data-act="previous-block"]')).toContainText(words.t("keys.off"));

  await person.open("/keys");
  await page.getByRole("button", { name: words.t("keys.turnOff") }).press("Enter");
  await expect(page.getByRole("button", { name: words.t("reader.undo") })).toBeVisible();
  await press(page, "Tab");
  await expect(page.getByRole("button", { name: words.t("reader.undo") })).toBeFocused();
  await press(page, "Enter");
  await expect(page.getByRole("button", { name: words.t("keys.turnOff") })).toBeFocused();
  await expect(field("next-block")).toHaveValue("s");
  await page.keyboard.press("Enter");
  await openSample(person);
  for (const key of ["s", "c", "n", "?"]) await page.keyboard.press(key);
  await expect(page.locator("dialog, form.composer")).toHaveCount(0);
  expect((await focusOf(page)).tag).toBe("BODY");
});

test("10: while one types, and with a modifier held, letters are letters", async ({ person, page, words }) => {
  await openSample(person);
  await press(page, "j", "c");
  await expect(page.getByLabel(words.t("compose.body"))).toBeFocused();
  await page.keyboard.type("jknpzcr?");
  await expect(page.getByLabel(words.t("compose.body"))).toHaveValue("jknpzcr?");
  await expect(page.locator("dialog")).toHaveCount(0);
  await expect(page.locator("form.composer")).toHaveCount(1);
  await press(page, "Escape", "Shift+J", "Alt+j", "Control+j");
  await expect(block(page, 1)).toBeFocused();
});

test("11: Tab goes through the whole page and back, without a trap, never nowhere, never under the bar", async ({ person, page }) => {
  // Where each card stands is looked at, not how it moves there.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openSample(person);
  expect(await stopsUntil(page, "Tab", END)).toBeLessThan(500);
  // The way back through the margin is as long: a part of it will do, the whole of it in the flow.
  for (let count = 0; count < 60; count += 1) await press(page, "Shift+Tab");
  await openSample(person, 390);
  expect(await stopsUntil(page, "Tab", END)).toBeLessThan(500);
  expect(await stopsUntil(page, "Shift+Tab", ".skip")).toBeLessThan(500);
});

test("12: one's own comment is taken back, the keyboard goes on to the next, and it can be put back", async ({ person, page, slug, number, words }) => {
  const mark = newcomer().name;
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.write(person.commentOn(number), `Regretted ${mark}`);
  await person.write(person.comment(`Regretted ${mark}`).getByRole("link", { name: words.t("acts.reply") }), `Kept ${mark}`);
  await expect(person.comment(`Kept ${mark}`)).toBeFocused();
  const own = page.locator("article.comment[data-own]").filter({ hasText: `Regretted ${mark}` });
  await own.getByRole("link", { name: words.t("acts.more") }).press("Enter");
  await expect(page.getByRole("menuitem", { name: words.t("acts.edit") })).toBeFocused();
  await press(page, "ArrowDown");
  await expect(page.getByRole("menuitem", { name: words.t("commentActs.delete") })).toBeFocused();
  await press(page, "Escape");
  await expect(own.getByRole("link", { name: words.t("acts.more") })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: words.t("acts.edit") })).toBeFocused();
  await press(page, "ArrowUp", "ArrowUp", "Enter");
  await page.getByRole("dialog").getByRole("button", { name: words.t("commentActs.delete") }).press("Enter");
  await expect(page.getByText(`Regretted ${mark}`)).toHaveCount(0);
  await expect(person.comment(`Kept ${mark}`)).toBeFocused();
  await expectFocusInSight(page);
  await page.getByRole("button", { name: words.t("reader.undo") }).press("Enter");
  await expect(person.comment(`Regretted ${mark}`).first()).toBeFocused();
  await expectFocusInSight(page);
});

async function tabTo(page: Page, wanted: Locator): Promise<void> {
  while (!(await wanted.evaluate((element) => element === document.activeElement))) await press(page, "Tab");
}

/** How many presses of a key it takes to come to an element; a trap would never let go. */
async function stopsUntil(page: Page, key: string, end: string): Promise<number> {
  for (let count = 1; count <= 500; count += 1) {
    await press(page, key);
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), end)) return count;
  }
  return Infinity;
}
