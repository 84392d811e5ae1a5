import { expect, importArticle, newcomer, type Person, test } from "../fixtures";

// Three people sign up, and an article is imported by the command line.
test.describe.configure({ timeout: 120_000 });

/** An article with a question on ¶ 3, which somebody else answered, and an objection on ¶ 2, written in this order. */
async function discussed(author: Person, answerer: Person): Promise<{ slug: string; question: string; answer: string; objection: string; author: string }> {
  const mark = newcomer().name;
  const slug = await importArticle(`Listed ${mark}`, 6);
  const said = { slug, question: `Is it so, ${mark}?`, answer: `It is, ${mark}.`, objection: `It is not, ${mark}.` };
  const { name } = await author.signUp();
  for (const [number, kind, text] of [[3, "question", said.question], [2, "objection", said.objection]] as const) {
    await author.open(`/articles/${slug}`);
    await author.openComposePage(number);
    await author.page.getByLabel(author.words.t(`kinds.${kind}.word`)).check();
    await author.page.getByLabel(author.words.t("compose.body")).fill(text);
    await author.page.getByRole("button", { name: author.words.t("compose.post") }).click();
    await expect(author.comment(text)).toBeAttached();
  }
  await answerer.signUp();
  await answerer.open(`/articles/${slug}/blocks/3`);
  await answerer.write(answerer.comment(said.question).getByRole("link", { name: answerer.words.t("acts.reply") }), said.answer);
  await expect(answerer.comment(said.answer)).toBeVisible();
  return { ...said, author: name };
}

test("a visitor looks through all threads by order, kind and person, and opens one", async ({ person, another, page, words }) => {
  const { slug, question, objection, answer, author } = await discussed(await another(), await another());
  const listed = page.getByRole("main").locator("ol > li");
  await person.open(`/articles/${slug}`);
  await page.getByRole("link", { name: words.t("article.comments", { count: 3 }) }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.t("threads.heading") })).toBeVisible();
  await expect(listed).toContainText([objection, question]);
  await expect(listed.nth(1)).toContainText(words.t("threads.replies", { count: 1 }));
  await page.getByRole("link", { name: words.t("threads.orders.newest") }).click();
  await expect(listed).toContainText([question, objection]);
  await expect(page.locator('[aria-current="true"]')).toHaveText([words.t("threads.orders.newest"), words.t("threads.anyKind")]);
  await page.getByRole("navigation", { name: words.t("threads.kind") }).getByRole("link", { name: words.t("kinds.objection.word") }).click();
  await expect(listed).toContainText([objection]);
  await listed.getByRole("link", { name: author }).click();
  await expect(page.getByRole("main")).toContainText(words.t("threads.byAll"));
  await page.getByRole("navigation", { name: words.t("threads.kind") }).getByRole("link", { name: words.t("kinds.evidence.word") }).click();
  await expect(page.getByRole("heading", { name: words.t("threads.none") })).toBeVisible();
  await page.getByRole("main").locator(".empty a").click();
  await listed.getByRole("link", { name: question }).click();
  await expect(person.comment(answer)).toBeVisible();
});

test("a member catches up along the text, answers on the way and marks the rest as read", async ({ person, another, page, words }) => {
  const { slug, question, objection, answer } = await discussed(await another(), await another());
  const who = await (await another()).signUp();
  await person.open(`/articles/${slug}/new`);
  await page.getByLabel(words.t("signIn.who")).fill(who.email);
  await page.getByLabel(words.t("account.password")).fill("a fine long password of five words");
  await page.getByRole("button", { name: words.t("signIn.submit") }).click();
  await expect(page.getByRole("heading", { level: 1, name: words.t("catchUp.heading") })).toBeVisible();
  await expect(page.getByRole("article")).toContainText([objection, question, answer]);
  await expect(page.getByRole("heading", { level: 2 })).toContainText(["2", "3"]);
  await expect(page.getByText("This is paragraph 2.")).toBeVisible();
  const reply = `Read at last, ${who.name}.`;
  await person.write(person.comment(objection).getByRole("link", { name: words.t("acts.reply") }), reply);
  await expect(person.comment(reply)).toBeVisible();
  await person.open(`/articles/${slug}/new`);
  await page.getByRole("button", { name: words.t("catchUp.markAll") }).click();
  await expect(page.getByRole("status")).toContainText(words.t("catchUp.marked"));
  await expect(page.getByRole("heading", { name: words.t("catchUp.none") })).toBeVisible();
  await page.getByRole("main").locator(".empty a").click();
  await expect(page.locator("#b-1")).toBeVisible();
});

test("in what a comment allows stands the way to the threads of its author", async ({ person, page, words }) => {
  await person.open("/articles/one-network-many-capitals/threads?kind=question");
  const listed = page.getByRole("main").locator("ol > li").first();
  await listed.locator(".begins a").click();
  const name = await page.getByRole("article").first().locator("strong").innerText();
  await page.getByRole("article").first().getByRole("link", { name: words.t("acts.more") }).click();
  await page.getByRole("main").getByRole("link", { name }).last().click();
  await expect(page.getByRole("heading", { level: 1, name: words.t("threads.heading") })).toBeVisible();
  await expect(page.getByRole("main").locator("strong").first()).toHaveText(name);
});
