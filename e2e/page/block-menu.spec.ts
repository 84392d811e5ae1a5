import { expect, siteUrl, test } from "../fixtures";

const SAMPLE = "/articles/one-network-many-capitals";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("a paragraph is copied as a citation by keyboard", async ({ person, page, words }) => {
  await person.open(SAMPLE);
  await page.keyboard.press("j");
  await expect(page.locator("#b-1")).toBeFocused();
  await page.keyboard.press("m");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.getByRole("menuitem", { name: words.t("reader.copyCitation") }).press("Enter");
  await expect(page.getByText(words.t("reader.copied")).first()).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("On 15 January 2022 a volcanic eruption");
  expect(copied).toContain("¶ 1");
  expect(copied).toContain(`${SAMPLE}/v/1#b-1`);
  await expect(page.locator("#b-1")).toBeFocused();
});

test("the number beside a paragraph opens its menu, and a link to it lasts", async ({ person, page, words }) => {
  await person.open(SAMPLE);
  const box = await page.locator("#b-2").boundingBox();
  await page.mouse.click((box?.x ?? 0) - 24, (box?.y ?? 0) + 45);
  await page.getByRole("menuitem", { name: words.t("reader.copyLink") }).click();
  await expect(page.getByText(words.t("reader.copied")).first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${siteUrl()}${SAMPLE}/v/1#b-2`);
});
