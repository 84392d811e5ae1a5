import AxeBuilder from "@axe-core/playwright";
import { expect, importText, newcomer, Person, test } from "../fixtures";
import { wordsOf } from "../words";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const EVERY_KIND = ["A paragraph. Of two sentences, with [a link](https://example.org).", "## A section", "- an item\n  - deeper", "1. numbered", "> A quotation.", "| Year | Cables |\n| --- | --- |\n| 1998 | 12 |", "![](https://example.org/chart.png)", "字".repeat(300), "[^1]: A note."];

for (const language of ["en", "zh"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing on an editor's pages, and nothing sticks out: ${language}, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(180_000);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const person = new Person(page, wordsOf(language));
      const { words } = person;
      await person.signInAsEditor();
      const [draft, article] = [await importText(`A draft ${newcomer().name}`, EVERY_KIND, ["--draft"]), await importText(`An article ${newcomer().name}`, ["Words."])];
      await person.open(`/editor/${draft}`);
      const block = await page.locator("[data-edited]").first().getAttribute("data-edited");
      await page.getByRole("button", { name: words.t("editor.blocks.dropWhich", { number: 2 }) }).click();
      await expect(page.locator("[data-out]")).toHaveCount(1);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        const look = async (where: string): Promise<void> => {
          const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
          expect(violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), where).toBeLessThanOrEqual(0);
        };
        for (const address of ["/editor", `/editor/${draft}`, `/editor/${draft}/blocks/${block}`, `/editor/${draft}/discard`, `/editor/${article}`]) {
          await person.open(address);
          await look(`${address} ${width}`);
        }
        await person.open(`/editor/${draft}`);
        await page.locator("[data-edited]").first().focus();
        await page.keyboard.press("Enter");
        await expect(page.getByLabel(words.t("editor.block.words"))).toBeFocused();
        await look(`words ${width}`);
        await page.keyboard.press("Escape");
        await page.keyboard.press("t");
        await expect(page.getByRole("menu")).toBeVisible();
        await look(`menu ${width}`);
      }
    });
  }
}
