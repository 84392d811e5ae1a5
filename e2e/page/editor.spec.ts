import { expect, importText, newcomer, Person, siteUrl, test } from "../fixtures";
import { said } from "../said";
import { wordsOf } from "../words";
import { answeringPages } from "../pages";
import { expectAccessible } from "./axe";

const EVERY_KIND = ["A paragraph. Of two sentences, with [a link](https://example.org).", "## A section", "- an item\n  - deeper", "1. numbered", "> A quotation.", "| Year | Cables |\n| --- | --- |\n| 1998 | 12 |", "![](https://example.org/chart.png)", "字".repeat(300), "[^1]: A note."];

/** Sends the form without looking at its page. */
async function send({ page }: Person, form: string, fields: Record<string, string>): Promise<void> {
  expect((await page.request.post(`${siteUrl()}/forms/${form}`, { multipart: fields })).ok(), form).toBe(true);
}

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
    const revised = await importText(`A revised one ${newcomer().name}`, ["Words that stay.", "Operators of large platforms keep a register of the orders they received."]);
    await said(person, revised, [2, 2]);
    await send(person, "revising.begin", { of: revised });
    await send(person, "articles.replace", { of: revised, version: "1", text: "# Revised\n\nWords that stay.\n\nOperators of large platforms must publish which orders of courts they received and what became of each." });
    await send(person, "revising.makeReview", { of: revised, version: "2" });
    await person.open(`/editor/${revised}/review`);
    const passages = (await page.locator("[data-act=attach]").first().getAttribute("href"))?.replace(/^\/zh/, "") ?? "";
    for (const address of [`/editor/${revised}/review`, passages, `${passages}&in=2`, `/editor/${revised}/replace`]) {
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
