import { expect, importText, newcomer, Person, test } from "../fixtures";
import { wordsOf } from "../words";
import { answeringPages } from "../pages";
import { expectAccessible } from "./axe";

const EVERY_KIND = ["A paragraph. Of two sentences, with [a link](https://example.org).", "## A section", "- an item\n  - deeper", "1. numbered", "> A quotation.", "| Year | Cables |\n| --- | --- |\n| 1998 | 12 |", "![](https://example.org/chart.png)", "字".repeat(300), "[^1]: A note."];

for (const language of ["en", "zh"] as const) {
  test(`axe finds nothing on an editor's pages, and nothing sticks out: ${language}`, async ({ page }) => {
    test.setTimeout(180_000);
    const person = new Person(page, wordsOf(language));
    const { words } = person;
    await person.signInAsEditor();
    const [draft, article] = [await importText(`A draft ${newcomer().name}`, EVERY_KIND, ["--draft"]), await importText(`An article ${newcomer().name}`, ["Words."])];
    const answering = await answeringPages(person);
    await person.open(`/editor/${draft}`);
    const block = await page.locator("[data-edited]").first().getAttribute("data-edited");
    await page.getByRole("button", { name: words.t("editor.blocks.dropWhich", { number: 2 }) }).click();
    await expect(page.locator("[data-out]")).toHaveCount(1);
    for (const address of ["/editor", `/editor/${draft}`, `/editor/${draft}/blocks/${block}`, `/editor/${draft}/discard`, `/editor/${article}`, ...answering]) {
      await person.open(address);
      await expectAccessible(page, address);
    }
    await person.open(`/editor/${draft}`);
    await page.locator("[data-edited]").first().focus();
    await page.keyboard.press("Enter");
    await expect(page.getByLabel(words.t("editor.block.words"))).toBeFocused();
    await expectAccessible(page, "words");
    await page.keyboard.press("Escape");
    await page.keyboard.press("t");
    await expect(page.getByRole("menu")).toBeVisible();
    await expectAccessible(page, "menu");
  });
}
