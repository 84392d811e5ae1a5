import { HtmlValidate } from "html-validate";
import { expect, importText, Person, siteUrl, test } from "../fixtures";
import { administrationPages, allPages, answeringPages, decidedPages, OWN_PAGES } from "../pages";
import { wordsOf } from "../words";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // React's spelling: the standard allows both letters, the slash and the empty value.
    "attr-case": "off",
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    // Boxes of one name are one list of what is chosen.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit", "button", "reset"] }],
    // Safari tells of no list where the stylesheet took the marks away, unless the role says so again.
    "no-redundant-role": "off",
    "prefer-native-element": ["error", { exclude: ["list"] }],
  },
});

const EVERY_KIND = [
  "A paragraph with [a link](https://example.org), *emphasis* and **more of it**, `code` and a note.[^1]",
  "## A section",
  "### Below it",
  "- an item\n  - a deeper one",
  "1. numbered\n2. and again",
  "> A quotation, of one sentence.",
  "| Year | Cables |\n| --- | --- |\n| 1998 | 12 |\n| 2026 | 600 |",
  "![A chart of cables](https://example.org/chart.png)",
  "[^1]: The note, in full.",
];

async function faultsOf(address: string, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, offset }) => `${address}: ${ruleId}: ${message}: ${html.slice(Math.max(0, offset - 60), offset + 80)}`));
}

for (const language of ["en", "zh"] as const) {
  test(`every page is valid HTML: ${language}`, async ({ page }) => {
    const person = new Person(page, wordsOf(language));
    const visitors = await allPages(person);
    const { request } = page;
    const faults: string[] = [];
    const look = async (addresses: string[]): Promise<void> => {
      for (const address of addresses) faults.push(...(await faultsOf(address, await (await request.get(siteUrl() + person.words.to(address))).text())));
    };
    const slug = await importText(`Every kind of block, ${language}`, EVERY_KIND);
    await look([...visitors, `/articles/${slug}`, `/articles/${slug}/all`, `/articles/${slug}/blocks/7`]);
    await person.signUp();
    await look([...OWN_PAGES, ...visitors.filter((address) => address.startsWith("/co"))]);
    const refused = await request.post(siteUrl() + person.words.to("/forms/sign-up"), { form: { name: "", email: "no address", password: "short", next: "/" } });
    faults.push(...(await faultsOf("a form that came back", await refused.text())));
    expect(faults).toEqual([]);
  });

  test(`every page of administration and moderation is valid HTML: ${language}`, async ({ page }) => {
    const person = new Person(page, wordsOf(language));
    const faults: string[] = [];
    const look = async (addresses: string[]): Promise<void> => {
      for (const address of addresses) faults.push(...(await faultsOf(address, await (await page.request.get(siteUrl() + person.words.to(address))).text())));
    };
    const { own, staff } = await decidedPages(person);
    await look(own);
    await look([...(await administrationPages(person)), ...staff]);
    expect(faults).toEqual([]);
  });

  test(`every page of an editor is valid HTML: ${language}`, async ({ page }) => {
    const person = new Person(page, wordsOf(language));
    await person.signInAsEditor();
    const slug = await importText(`Every kind of block, a draft, ${language}`, EVERY_KIND, ["--draft"]);
    const published = await importText(`Published ${language}`, ["Words."]);
    const answering = await answeringPages(person);
    await person.open(`/editor/${slug}`);
    const block = await page.locator("[data-edited]").first().getAttribute("data-edited");
    const faults: string[] = [];
    for (const address of ["/editor", `/editor/${slug}`, `/editor/${slug}/blocks/${block}`, `/editor/${slug}/discard`, `/editor/${published}`, ...answering]) {
      faults.push(...(await faultsOf(address, await (await page.request.get(siteUrl() + person.words.to(address))).text())));
    }
    await page.request.post(siteUrl() + person.words.to("/forms/editing.withdraw"), { form: { of: published, why: "Wrong." } });
    for (const address of [`/editor/${published}`, `/articles/${published}`]) faults.push(...(await faultsOf(address, await (await page.request.get(siteUrl() + person.words.to(address))).text())));
    expect(faults).toEqual([]);
  });
}
