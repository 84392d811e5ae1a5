import { HtmlValidate } from "html-validate";
import { expect, Person, siteUrl, test } from "./fixtures";
import { allPages } from "./pages";
import { wordsOf } from "./words";

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
    // Safari tells of no list where the stylesheet took the marks away, unless the role says so again.
    "no-redundant-role": "off",
  },
});

async function faultsOf(address: string, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, offset }) => `${address}: ${ruleId}: ${message}: ${html.slice(Math.max(0, offset - 60), offset + 80)}`));
}

for (const language of ["en", "zh"] as const) {
  test(`every page is valid HTML: ${language}`, async ({ page }) => {
    const person = new Person(page, wordsOf(language));
    const visitors = await allPages(person);
    await person.signUp();
    const { request } = page;
    const faults: string[] = [];
    for (const address of [...visitors, "/me", "/me/drafts"]) faults.push(...(await faultsOf(address, await (await request.get(siteUrl() + person.words.to(address))).text())));
    const refused = await request.post(siteUrl() + person.words.to("/forms/sign-up"), { form: { name: "", email: "no address", password: "short", next: "/" } });
    faults.push(...(await faultsOf("a form that came back", await refused.text())));
    expect(faults).toEqual([]);
  });
}
