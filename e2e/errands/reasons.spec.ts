import { expect, makeStaff, newcomer, PASSWORD, type Person, siteUrl, test } from "../fixtures";

/** As a moderator's page sends it. */
async function remove({ page }: Person, comment: string, facts: string): Promise<void> {
  const answer = await page.request.post(`${siteUrl()}/api/trpc/moderation.decideComments`, { data: { act: "remove", comments: [{ id: comment }], reasons: { ground: "insult", facts } } });
  expect(answer.status()).toBe(200);
}

/** What the page that is everybody's asks for its reader. */
async function decisionOn({ page }: Person, discussion: string): Promise<string> {
  const answer = await page.request.get(`${siteUrl()}/api/trpc/reading.here?input=${encodeURIComponent(JSON.stringify({ discussion }))}`);
  return /"decision":"([^"]+)"/.exec(await answer.text())?.[1] ?? "";
}

test("an author reads why, objects, another moderator reverses, and the record shows it all", async ({ person, another, page, slug, number, words }, { project }) => {
  const mark = newcomer().name;
  const facts = `It is about the person, ${mark}.`;
  const [first, second] = [await another(), await another()];
  await first.signIn((await makeStaff("administrator")).email);
  await second.signIn((await makeStaff("administrator")).email);
  await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.write(person.commentOn(number), `Nonsense, ${mark}.`);
  await expect(person.comment(mark)).toBeVisible();
  const id = (await person.comment(mark).getAttribute("data-comment-id")) ?? "";
  const compose = (await page.locator(`#c-${id} a[href*="discussion="]`).first().getAttribute("href")) ?? "";
  await remove(first, id, facts);

  await person.open(`/articles/${slug}`);
  const decision = await decisionOn(person, new URL(compose, siteUrl()).searchParams.get("discussion") ?? "");
  if (project.use.javaScriptEnabled !== false) await expect(page.locator(`#c-${id} a`)).toHaveAttribute("href", words.to(`/decisions/${decision}`));
  await person.open(`/decisions/${decision}`);
  await expect(page.getByRole("main")).toContainText(facts);
  await expect(page.getByRole("main")).toContainText(`Nonsense, ${mark}.`);
  const why = page.getByLabel(words.t("statement.objectBody"));
  await why.fill("no");
  await page.getByRole("button", { name: words.t("statement.objectSend") }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await why.fill(`It is about the argument, ${mark}.`);
  await page.getByRole("button", { name: words.t("statement.objectSend") }).click();
  await expect(page.getByRole("status")).toContainText(words.t("statement.open"));

  await first.open(`/decisions/${decision}`);
  await first.page.getByRole("link", { name: words.t("appeals.decide") }).click();
  await expect(first.page.getByText(words.t("appeals.faults.ownDecision"))).toBeVisible();

  await second.page.goto(first.page.url());
  await expect(second.page.getByRole("main")).toContainText(`It is about the argument, ${mark}.`);
  await second.page.getByLabel(words.t("appeals.stands")).check();
  await second.page.getByRole("button", { name: words.t("appeals.submit") }).click();
  await expect(second.page.getByRole("alert")).toBeVisible();
  await second.page.getByLabel(words.t("appeals.reverse")).check();
  await second.page.getByRole("button", { name: words.t("appeals.submit") }).click();
  await expect(second.page.getByRole("status")).toHaveText(words.t("appeals.done"));

  await page.reload();
  await expect(page.getByRole("status")).toHaveText(words.t("statement.granted"));
  await person.open(`/articles/${slug}`);
  await expect(page.locator(`#c-${id}`)).toContainText(`Nonsense, ${mark}.`);
  const visitor = await another();
  await visitor.open("/moderation/log");
  await expect(visitor.page.getByRole("listitem").filter({ hasText: facts })).toContainText(words.t("publicLog.acts.remove", { object: "comment" }));
  await visitor.open("/moderation/report");
  await expect(visitor.page.getByRole("row").filter({ hasText: words.t("publicLog.acts.restore", { object: "comment" }) })).toBeVisible();
  expect((await visitor.page.goto(`${siteUrl()}${words.to(`/decisions/${decision}`)}`))?.url()).toContain("/sign-in");
});

test("who is suspended hears why at the door, reads the statement and objects; it opens nothing else", async ({ person, another, page, words }) => {
  const [who, chief] = [newcomer(), await another()];
  await person.signUp(who);
  await chief.signIn((await makeStaff("administrator")).email);
  const facts = `Sold shoes, ${who.name}.`;
  await chief.open(`/administration?search=${encodeURIComponent(who.name)}`);
  const member = /\/members\/([^/?]+)/.exec((await chief.page.getByRole("link", { name: who.name }).first().getAttribute("href")) ?? "")?.[1] ?? "";
  const suspended = await chief.page.request.post(`${siteUrl()}/api/trpc/administration.suspend`, { data: { member, ground: "advertising", facts } });
  expect(suspended.status()).toBe(200);

  await person.trySignIn(who.name, "not the one that opens it");
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.field.wrongPassword"));
  await person.trySignIn(who.name, PASSWORD);
  await expect(page.getByRole("heading", { level: 1, name: words.t("suspended.title") })).toBeVisible();
  await expect(page.getByText(words.t("suspended.forGood"))).toBeVisible();
  const [answer] = await Promise.all([page.waitForResponse((one) => one.url().includes("/sign-in/statement/")), page.getByRole("link", { name: words.t("suspended.read") }).click()]);
  expect(answer.headers()).toMatchObject({ "cache-control": "private, no-store", "referrer-policy": "no-referrer" });
  await expect(page.getByRole("main")).toContainText(facts);
  const body = page.getByLabel(words.t("statement.objectBody"));
  await body.fill("no");
  await page.getByRole("button", { name: words.t("statement.objectSend") }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(body).toHaveValue("no");
  await body.fill("I lent them.");
  await page.getByRole("button", { name: words.t("statement.objectSend") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("statement.open"));
  await page.getByLabel(words.t("statement.more")).fill("To a neighbour.");
  await page.getByRole("button", { name: words.t("statement.moreSend") }).click();
  await expect(page.getByRole("list").filter({ hasText: "To a neighbour." })).toContainText("I lent them.");
  await person.open("/me");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto(`${siteUrl()}${words.to("/sign-in/statement/none")}`);
  await expect(page.getByText(words.t("refusals.noSuch.statement"))).toBeVisible();
});
