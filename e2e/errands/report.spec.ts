import { expect, makeStaff, newcomer, type Person, siteUrl, test } from "../fixtures";

/** By the link beside the comment: on a page of its own, or in a dialog. */
async function report(person: Person, text: string, phrase: string, email: string | null): Promise<void> {
  const { page, words } = person;
  await person.comment(text).getByRole("link", { name: words.t("report.report") }).click();
  await page.getByRole("radio", { name: words.t("moderation.rules.insult.name") }).check();
  await page.getByLabel(words.t("report.quote")).fill(phrase);
  if (email !== null) await page.getByLabel(words.t("report.email")).fill(email);
  await page.getByRole("button", { name: words.t("report.submit") }).click();
}

/** Others may change the settings at the same time: then the form comes back, and it is done again. */
async function listWord(admin: Person, word: string): Promise<void> {
  const { page, words } = admin;
  await expect(async () => {
    await admin.open("/moderation/settings");
    const list = page.getByLabel(words.t("moderation.settings.suspect"));
    await list.fill(`${await list.inputValue()}\n${word}`);
    await page.getByRole("button", { name: words.t("moderation.settings.save") }).click();
    await expect(page.getByRole("status")).toHaveText(words.t("moderation.settings.saved"), { timeout: 5_000 });
  }).toPass();
}

test("a visitor and a member report the same phrase; the member finds it among their reports", async ({ person, another, words, slug, number }) => {
  const [author, member] = [await another(), await another()];
  const text = `You have never sat there, ${newcomer().name}.`;
  await author.signUp();
  await author.open(`/articles/${slug}`);
  await author.write(author.commentOn(number), text);
  await expect(author.comment(text)).toBeVisible();

  await person.open(`/articles/${slug}/blocks/${number}`);
  await report(person, text, "something else", "wren@example.org");
  await expect(person.page.getByText(words.t("refusals.field.notInComment"))).toBeVisible();
  await person.page.getByLabel(words.t("report.quote")).fill("never sat there");
  await person.page.getByRole("button", { name: words.t("report.submit") }).click();
  await expect(person.page.getByRole("heading", { name: words.t("notices.reported.title") })).toBeVisible();

  await member.signUp();
  await member.open(`/articles/${slug}/blocks/${number}`);
  await report(member, text, "never sat", null);
  await expect(member.page.getByRole("heading", { name: words.t("notices.reported.title") })).toBeVisible();
  await member.open("/me/reports");
  await expect(member.page.getByRole("listitem").filter({ hasText: "never sat" })).toContainText(words.t("report.outcomes.open"));
});

test("a comment with a listed word is held, says why to its author, and shows when it is let through", async ({ person, another, words, slug, number }) => {
  const admin = await another();
  const word = newcomer().name.replace(/\W/g, "");
  await admin.signIn((await makeStaff("administrator")).email);
  await listWord(admin, word);

  const text = `Everybody should see ${word} once.`;
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.write(person.commentOn(number), text);
  const { page } = person;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.t("held.states.held"));
  await expect(page.getByRole("main").locator("mark")).toHaveText(word);
  const id = page.url().split("/").at(-1) ?? "";
  await person.open("/me/held");
  await expect(page.getByRole("link", { name: text })).toBeVisible();

  const answer = await admin.page.request.post(`${siteUrl()}/api/trpc/moderation.decideComments`, { data: { act: "approve", comments: [{ id }] } });
  expect(answer.status()).toBe(200);
  await person.open(`/comments/${id}`);
  await expect(person.comment(text)).toBeVisible();
});
