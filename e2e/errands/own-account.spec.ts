/** What people change about their account, and its end. */
import { expect, newcomer, PASSWORD, test } from "../fixtures";
import { linkIn, mailTo } from "../mailbox";

test("a member changes what they are called; a taken name is refused beside the field, and kept", async ({ person, another, page, slug, number, words }) => {
  const taken = await (await another()).signUp();
  const { name } = await person.signUp();
  await person.open(`/articles/${slug}`);
  await person.openComposePage(number);
  await page.getByLabel(words.t("compose.body")).fill(`Called by ${name}.`);
  await page.getByRole("button", { name: words.t("compose.post") }).click();
  await expect(person.comment(`Called by ${name}.`)).toContainText(name);

  await person.open("/me/account/name");
  await page.getByLabel(words.t("account.name"), { exact: true }).fill(taken.name.toUpperCase());
  await page.getByRole("button", { name: words.t("ownAccount.save") }).click();
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.field.nameTaken"));
  await expect(page.getByLabel(words.t("account.name"), { exact: true })).toHaveValue(taken.name.toUpperCase());
  const renamed = newcomer().name;
  await page.getByLabel(words.t("account.name"), { exact: true }).fill(renamed);
  await page.getByRole("button", { name: words.t("ownAccount.save") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("ownAccount.done.name"));

  await person.open("/me/account/display-name");
  await page.getByLabel(words.t("ownAccount.displayName")).fill("Anna, Moderator");
  await page.getByRole("button", { name: words.t("ownAccount.save") }).click();
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.field.nameReserved"));
  await page.getByLabel(words.t("ownAccount.displayName")).fill("Dr. Anna Ruiz");
  await page.getByRole("button", { name: words.t("ownAccount.save") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("ownAccount.done.displayName"));
  await person.open(`/articles/${slug}/all`);
  await expect(person.comment(`Called by ${name}.`).locator(".who")).toContainText(`Dr. Anna Ruiz${renamed}`);
});

test("a member moves to another address, with their password, and the old one hears of it", async ({ person, page, words }) => {
  const { email } = await person.signUp();
  await person.follow(linkIn(await mailTo(email)), words.t("link.confirm"));
  const next = newcomer().email;
  for (const password of ["certainly not the password", PASSWORD]) {
    await person.open("/me/account/address");
    await page.getByLabel(words.t("ownAccount.emailField")).fill(next);
    await page.getByLabel(words.t("ownAccount.current")).fill(password);
    await page.getByRole("button", { name: words.t("ownAccount.emailSubmit") }).click();
    if (password === PASSWORD) continue;
    await expect(page.getByRole("alert")).toHaveText(words.t("refusals.field.wrongCurrent"));
    await expect(page.getByLabel(words.t("ownAccount.emailField"))).toHaveValue(next);
  }
  await expect(page.getByRole("main")).toContainText(words.t("ownAccount.pending", { email: next }));
  await person.follow(linkIn(await mailTo(next)), words.t("link.address"));
  await expect(page.getByRole("main")).toContainText(next);
  expect(await mailTo(email, 2)).not.toContain(next);
});

test("a member changes their password, and is signed out everywhere else", async ({ person, another, page, words }) => {
  const { name } = await person.signUp();
  const elsewhere = await another();
  await elsewhere.signIn(name);
  await person.open("/me/account/password");
  await page.getByLabel(words.t("ownAccount.current")).fill("certainly not the password");
  await page.getByLabel(words.t("ownAccount.newPassword")).fill("another fine password of six words");
  await page.getByRole("button", { name: words.t("ownAccount.save") }).click();
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.field.wrongCurrent"));
  await page.getByLabel(words.t("ownAccount.current")).fill(PASSWORD);
  await page.getByLabel(words.t("ownAccount.newPassword")).fill("another fine password of six words");
  await page.getByRole("button", { name: words.t("ownAccount.save") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("ownAccount.done.password"));
  await elsewhere.open("/me");
  await expect(elsewhere.page.getByRole("heading", { level: 1 })).toHaveText(words.t("signIn.title"));
});

for (const erases of [false, true]) {
  test(`a member deletes their account, and ${erases ? "their words go with it" : "leaves their words without a name"}`, async ({ person, page, slug, number, words }) => {
    const { name } = await person.signUp();
    const text = `Left by ${name.split(" ")[1]}.`;
    await person.open(`/articles/${slug}`);
    await person.openComposePage(number);
    await page.getByLabel(words.t("compose.body")).fill(text);
    await page.getByRole("button", { name: words.t("compose.post") }).click();
    const id = await person.comment(text).getAttribute("data-comment-id");
    await person.open("/me/account/delete");
    await expect(page.getByRole("group")).toContainText(words.t("deletion.comments", { count: 1, articles: 1 }));
    await page.getByLabel(words.t("ownAccount.current")).fill("certainly not the password");
    if (erases) await page.getByLabel(words.t("deletion.erase")).check();
    await page.getByRole("button", { name: words.t("deletion.submit") }).click();
    await expect(page.getByRole("alert")).toHaveText(words.t("refusals.field.wrongCurrent"));
    await expect(page.getByLabel(words.t(erases ? "deletion.erase" : "deletion.keep"))).toBeChecked();
    await page.getByLabel(words.t("ownAccount.current")).fill(PASSWORD);
    await page.getByRole("button", { name: words.t("deletion.submit") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.t("deletion.doneTitle"));
    await person.open(`/comments/${id}/acts`);
    const left = page.locator(`#c-${id}`);
    if (erases) await expect(left).not.toContainText(text);
    else await expect(left).toContainText(text);
    await expect(left).not.toContainText(name);
    if (!erases) await expect(left).toContainText(words.t("member.deleted"));
    await person.trySignIn(name, PASSWORD);
    await expect(page.getByRole("alert")).toHaveText(words.t("refusals.field.wrongPassword"));
  });
}
