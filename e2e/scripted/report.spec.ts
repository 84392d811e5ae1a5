import type { Page } from "@playwright/test";
import { expect, newcomer, test } from "../fixtures";

test("chosen words of a comment are reported in a dialog, which asks before it loses what was written, and says what comes next", async ({ person, another, page, slug, number, words }) => {
  const author = await another();
  const text = `Nobody **ever sat** there, ${newcomer().name}.`;
  await author.signUp();
  await author.open(`/articles/${slug}`);
  await author.write(author.commentOn(number), text);
  await expect(author.page.locator("article.comment[data-own]").getByRole("link", { name: words.t("report.report") })).toBeHidden();

  await person.signUp();
  await person.open(`/articles/${slug}/blocks/${number}`);
  const [link, dialog] = [page.getByRole("link", { name: words.t("report.report") }).first(), page.getByRole("dialog", { name: words.t("report.title") })];
  await choose(page, "body ever");
  await link.click();
  const [quote, note] = [dialog.getByLabel(words.t("report.quote")), dialog.getByLabel(words.t("report.note"))];
  await expect(quote).toHaveValue("body ever");
  await expect(dialog.getByRole("radio").first()).toBeFocused();

  await note.fill("Read the rule.");
  await page.keyboard.press("Escape");
  await expect(dialog).toContainText(words.t("reader.throwAway"));
  await dialog.getByRole("button", { name: words.t("reader.keepWriting") }).press("Enter");
  await expect(note).toHaveValue("Read the rule.");

  await dialog.getByRole("radio", { name: words.t("moderation.rules.insult.name") }).check();
  await quote.fill("always stood");
  await dialog.getByRole("button", { name: words.t("report.submit") }).click();
  await expect(dialog.getByText(words.t("refusals.field.notInComment"))).toBeVisible();
  await expect(quote).toBeFocused();
  await expect(note).toHaveValue("Read the rule.");
  await quote.fill("ever sat");
  await dialog.getByRole("button", { name: words.t("report.submit") }).click();
  const told = page.getByRole("dialog", { name: words.t("notices.reported.title") });
  await told.getByRole("button", { name: words.t("reader.close") }).press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(link).toBeFocused();

  await choose(page, "ever sat");
  await page.keyboard.press("!");
  await expect(quote).toHaveValue("ever sat");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

/** As by keyboard or by what a phone offers: the words of the comment from the first to the last. */
async function choose(page: Page, wanted: string): Promise<void> {
  await page.locator("article.comment .body").first().evaluate((body, given) => {
    const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const nodes: Node[] = [];
    while (texts.nextNode()) nodes.push(texts.currentNode);
    const start = body.textContent.indexOf(given);
    if (start < 0) throw new Error(`no "${given}"`);
    const at = (offset: number) => {
      let left = offset;
      for (const node of nodes) {
        const length = node.textContent?.length ?? 0;
        if (left <= length) return { node, offset: left };
        left -= length;
      }
      throw new Error("past the end");
    };
    const [from, to] = [at(start), at(start + given.length)];
    getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }, wanted);
}
