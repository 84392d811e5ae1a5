import type { Page } from "@playwright/test";
import { joinClass, makeClass } from "../classroom";
import { expect, importText, newcomer, test } from "../fixtures";

test("what is new is told, and no longer once it was read, on any device", async ({ person, another, page, slug, number, words }) => {
  const [mark, who] = [newcomer().name, newcomer()];
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.write(person.commentOn(number), `News for you, ${mark}.`);
  await expect(person.comment(mark)).toBeVisible();
  await expect(person.comment(mark)).not.toContainText(words.t("reader.new"));

  const reader = await another();
  await reader.signUp(who);
  const read = reader.page.waitForResponse((answer) => answer.url().includes("reading.mark"));
  await reader.open(`/articles/${slug}`);
  const count = reader.page.locator(`a.count[data-block="${number}"]`);
  await expect(count).toContainText(filled(words.t.raw("reader.someNew"), 1));
  await reader.openBlock(number);
  await expect(reader.comment(mark)).toContainText(words.t("reader.new"));
  await read;

  const elsewhere = await another();
  await elsewhere.signIn(who.email);
  await elsewhere.open(`/articles/${slug}`);
  await expect(elsewhere.page.locator("a[data-reader]")).toContainText(who.name);
  await expect(elsewhere.page.locator(`a.count[data-block="${number}"]`)).not.toContainText(words.t("reader.new"));
  await expect(page.locator(`a.count[data-block="${number}"]`)).not.toContainText(words.t("reader.new"));
});

test("in a class what is new is told to its own, and no longer once it was read", async ({ person: teacher, another, words }) => {
  const mark = newcomer().name;
  const [writer, reader] = [await another(), await another()];
  const slug = await importText(`Read in class ${mark}`, ["Words to answer.", "More of them."]);
  const { address, id, code } = await makeClass(teacher);
  await teacher.page.request.post(`${teacher.site}/forms/assignments.make`, { form: { class: id, article: slug, title: mark, set: "1" }, headers: { origin: teacher.site } });
  await joinClass(writer, code, "Ada Obi");
  await joinClass(reader, code, "Bo Lin");
  await writer.open(address);
  await writer.page.getByRole("link", { name: mark }).click();
  const work = new URL(writer.page.url()).pathname.replace(/^\/zh/, "");
  await writer.write(writer.commentOn(2), "News for the class.");
  await expect(writer.comment("News for the class.")).toBeVisible();

  const count = reader.page.locator('a.count[data-block="2"]');
  const read = reader.page.waitForResponse((answer) => answer.url().includes("reading.mark"));
  await reader.open(work);
  await expect(count).toContainText(filled(words.t.raw("reader.someNew"), 1));
  await reader.openBlock(2);
  await expect(reader.comment("News for the class.")).toContainText(words.t("reader.new"));
  await read;
  await reader.open(work);
  await expect(reader.page.locator("a[data-reader]")).toBeVisible();
  await expect(count).not.toContainText(words.t("reader.new"));
});

test("who is muted is folded away where everybody's page is the same", async ({ person, another, slug, number, words }) => {
  const mark = newcomer().name;
  const { name } = await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.write(person.commentOn(number), `Loud, ${mark}.`);
  await expect(person.comment(mark)).toBeVisible();

  const reader = await another();
  await reader.signUp();
  await reader.open(`/articles/${slug}`);
  await reader.openBlock(number);
  await reader.comment(mark).getByRole("link", { name: words.t("acts.more") }).click();
  await reader.page.getByRole("button", { name: words.t("mute.mute", { name }) }).click();
  await reader.open(`/articles/${slug}`);
  await reader.openBlock(number);
  await expect(reader.page.getByText(`Loud, ${mark}.`)).toBeHidden();
  await reader.page.locator("details.folded summary").last().click();
  await expect(reader.page.getByText(`Loud, ${mark}.`)).toBeVisible();
});

test("what others write meanwhile is announced, and shown when asked for", async ({ person, another, page, slug, number, words }) => {
  const mark = newcomer().name;
  await page.clock.install();
  await person.open(`/articles/${slug}`);
  await page.locator('a.count[data-block="2"]').focus();

  const writer = await another();
  await writer.signUp();
  await writer.open(`/articles/${slug}`);
  await writer.write(writer.commentOn(number), `Meanwhile, ${mark}.`);
  await expect(writer.comment(mark)).toBeVisible();

  await page.clock.fastForward(16_000);
  await expect(page.getByRole("status")).toContainText(filled(words.t.raw("reader.news"), 1));
  await expect(person.comment(mark)).toHaveCount(0);
  await expect(page.locator('a.count[data-block="2"]')).toBeFocused();
  await show(page, words.t("reader.showNews"));
  await expect(person.comment(mark)).toHaveCount(1);
  await expect(page.locator(`a.count[data-block="${number}"]`)).toBeFocused();
});

async function show(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

function filled(phrase: unknown, count: number): string {
  return String(phrase).replace("{count}", String(count));
}
