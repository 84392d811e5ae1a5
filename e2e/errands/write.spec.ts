import { expect, newcomer, test } from "../fixtures";

test("a visitor writes first, signs up, and sees the comment in its place", async ({ person, page, slug, number, words }) => {
  const [text, who] = [`Written before there was an account, ${newcomer().name}.`, newcomer()];
  await person.open(`/articles/${slug}`);
  await person.write(person.commentOn(number), text);
  await expect(page.getByRole("status")).toContainText(words.t("signUp.waiting"));
  await person.fillSignUp(who);
  await expect(person.comment(text)).toContainText(who.name);
  const standsAfter = await person.comment(text).evaluate((comment) => {
    const before = [...document.querySelectorAll("[data-block-id]")].filter((block) => block.compareDocumentPosition(comment) & Node.DOCUMENT_POSITION_FOLLOWING);
    return before.at(-1)?.id;
  });
  expect(standsAfter).toBe(`b-${number}`);
});

test("a member answers an answer", async ({ person, page, slug, number, words }) => {
  const mark = newcomer().name;
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.write(person.commentOn(number), `First ${mark}`);
  await person.write(person.comment(`First ${mark}`).getByRole("link", { name: words.t("acts.reply") }), `Second ${mark}`);
  await person.write(person.comment(`Second ${mark}`).getByRole("link", { name: words.t("acts.reply") }), `Third ${mark}`);
  await expect(person.comment(`Third ${mark}`)).toBeVisible();
  const nested = page.locator("section.thread li li").filter({ has: person.comment(`Third ${mark}`) });
  await expect(nested).toHaveCount(1);
});

test("what is refused comes back with its text and the reason beside the field", async ({ person, page, slug, number, words }) => {
  await person.signUp();
  await person.open(`/articles/${slug}`);
  const text = "Turned \u202e around.";
  await person.write(person.commentOn(number), text);
  await expect(page.getByRole("alert")).toContainText(words.t("refusals.field.bidi"));
  await expect(page.getByLabel(words.t("compose.body"))).toHaveValue(text);
  await page.getByLabel(words.t("compose.body")).fill(`Straight now, ${newcomer().name}.`);
  await page.getByRole("button", { name: words.t("compose.post") }).click();
  await expect(person.comment("Straight now,").first()).toBeVisible();
});

test("a member changes a comment; its earlier words can be seen", async ({ person, page, slug, number, words }) => {
  const mark = newcomer().name;
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.write(person.commentOn(number), `Before ${mark}`);
  await person.openActsPage(`Before ${mark}`);
  await page.getByRole("main").getByRole("link", { name: words.t("acts.edit") }).click();
  await page.getByLabel(words.t("compose.body")).fill(`After ${mark}`);
  await page.getByRole("button", { name: words.t("compose.save") }).click();
  await expect(person.comment(`After ${mark}`)).toContainText(words.t("comment.edited"));
  await person.openActsPage(`After ${mark}`);
  await expect(page.getByText(`Before ${mark}`)).toBeVisible();
});

test("a member takes a comment back; its place is kept", async ({ person, page, slug, number, words }) => {
  const mark = newcomer().name;
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.write(person.commentOn(number), `Regretted ${mark}`);
  const id = await person.comment(`Regretted ${mark}`).getAttribute("data-comment-id");
  await person.openActsPage(`Regretted ${mark}`);
  await page.getByRole("button", { name: words.t("commentActs.delete") }).click();
  await expect(page.locator(`#c-${id}`)).toBeVisible();
  await expect(page.getByText(`Regretted ${mark}`)).toHaveCount(0);
});
