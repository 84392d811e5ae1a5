import { expect, test } from "../fixtures";

const SAMPLE = "One network, many capitals";

test("a visitor finds the sample, reads it and opens what is said on a paragraph", async ({ person, page, words, javaScriptEnabled }) => {
  await person.open("/");
  const sample = page.getByRole("link", { name: SAMPLE, exact: true });
  // Other errands bring articles of their own, and the newest stand first.
  while ((await sample.count()) === 0) await page.goto(new URL((await page.locator('main a[rel="next"]').getAttribute("href")) ?? "", page.url()).href);
  await sample.click();
  await expect(page.getByRole("heading", { level: 1, name: SAMPLE })).toBeVisible();
  await expect(page.locator("#b-1")).toContainText("15 January 2022");
  await page.locator("a.count:not(.none)").first().click();
  if (!javaScriptEnabled) await expect(page.getByRole("heading", { level: 1, name: words.t("block.heading", { number: 1 }) })).toBeVisible();
  await expect(page.getByRole("article").first()).toBeVisible();
  await expect(page.getByRole("article").first()).toContainText("splice_crew");
});

test("threads stand right after their block in the document, at every width", async ({ person, page }) => {
  await person.open("/articles/one-network-many-capitals");
  const inOrder = await page.evaluate(() => {
    const blocks = [...document.querySelectorAll("[data-block-id]")];
    return [...document.querySelectorAll("section.thread")].every((thread) => {
      const number = /\d+/.exec(thread.getAttribute("aria-label") ?? "")?.[0];
      const before = blocks.filter((block) => block.compareDocumentPosition(thread) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
      return before?.id === `b-${number}` || thread.closest(".whole") !== null;
    });
  });
  expect(inOrder).toBe(true);
});

test("nothing is wider than the screen", async ({ person, page }) => {
  for (const address of ["/", "/articles/one-network-many-capitals", "/sign-up"]) {
    await person.open(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  }
});

test("a comment's lasting address leads to it", async ({ person, page }) => {
  await person.open("/articles/one-network-many-capitals");
  const comment = page.locator("article.comment").nth(2);
  const id = await comment.getAttribute("data-comment-id");
  await person.open(`/comments/${id}`);
  expect(new URL(page.url()).hash).toBe(`#c-${id}`);
  await expect(page.locator(`#c-${id}`)).toBeInViewport();
});

test("the same page is offered in the other language", async ({ person, page, words }) => {
  await person.open("/articles/one-network-many-capitals");
  await page.getByRole("link", { name: words.language === "en" ? "中文" : "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", words.language === "en" ? "zh-Hans" : "en");
  await expect(page.getByRole("heading", { level: 1, name: SAMPLE })).toBeVisible();
});

test("a block's own page shows what is said on it, at every width", async ({ person, page }) => {
  await person.open("/articles/one-network-many-capitals/blocks/9");
  await expect(page.getByRole("article").first()).toBeVisible();
});
