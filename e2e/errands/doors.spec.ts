/** In by mail, in by name, and out for good: each door, and what it says when it stays closed. */
import { expect, newcomer, PASSWORD, test } from "../fixtures";
import { expireLinks, linkIn, mailTo } from "../mailbox";

const ANOTHER = "another fine password of six words";

test("a member confirms their address, and signs in by mail on a second device, once", async ({ person, another, page, words }) => {
  const { name, email } = await person.signUp();
  await person.open("/me");
  await expect(page.getByRole("main")).toContainText(words.t("ownAccount.unconfirmedSays"));
  const welcome = await mailTo(email);
  expect(welcome).toContain(name);
  await person.follow(linkIn(welcome), words.t("link.confirm"));
  await expect(page.getByRole("status")).toHaveText(words.t("ownAccount.done.confirmed"));
  await page.goto(linkIn(welcome));
  await expect(page.getByRole("main")).toContainText(words.t("refusals.noSuch.link"));

  const elsewhere = await another();
  await elsewhere.askForLink("/sign-in/link", email);
  const link = linkIn(await mailTo(email, 2));
  // Looking, as mail scanners do, uses nothing up.
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.t("link.signInTitle", { name }));
  await elsewhere.follow(link, words.t("link.signIn"));
  await elsewhere.open("/me");
  await expect(elsewhere.page.getByRole("heading", { level: 1 })).toHaveText(name);
  const again = await elsewhere.page.goto(link);
  expect(again?.status()).toBe(404);
  await elsewhere.page.getByRole("link", { name: words.t("link.askAgain") }).click();
  await expect(elsewhere.page.getByRole("heading", { level: 1 })).toHaveText(words.t("linkMail.signInTitle"));
});

test("a link that has run out says so, and so does an address without an account, in its mail alone", async ({ person, another, page, words }) => {
  const { email } = await person.signUp();
  await person.follow(linkIn(await mailTo(email)), words.t("link.confirm"));
  const [visitor, stranger] = [await another(), newcomer()];
  await visitor.askForLink("/sign-in/link", email);
  const said = await visitor.page.getByRole("main").innerText();
  const link = linkIn(await mailTo(email, 2));
  await expireLinks(email);
  await page.goto(link);
  await expect(page.getByRole("main")).toContainText(words.t("refusals.noSuch.link"));
  await visitor.askForLink("/sign-in/link", stranger.email);
  expect(await visitor.page.getByRole("main").innerText()).toBe(said);
  expect(await mailTo(stranger.email)).toMatch(/\/sign-up/);
});

test("a forgotten password is chosen anew; the old one, and a poor one, are refused", async ({ person, another, words }) => {
  const { name, email } = await person.signUp();
  await person.follow(linkIn(await mailTo(email)), words.t("link.confirm"));
  const elsewhere = await another();
  const { page } = elsewhere;
  await elsewhere.askForLink("/sign-in/forgotten", email);
  await page.goto(linkIn(await mailTo(email, 2)));
  await page.getByLabel(words.t("ownAccount.newPassword")).fill("short");
  await page.getByRole("button", { name: words.t("link.reset") }).click();
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.field.tooShort", { least: 12 }));
  await page.getByLabel(words.t("ownAccount.newPassword")).fill(ANOTHER);
  await page.getByRole("button", { name: words.t("link.reset") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("ownAccount.done.password"));
  expect(await mailTo(email, 3)).toContain(name);
  await person.open("/me");
  await expect(person.page.getByRole("heading", { level: 1 })).toHaveText(words.t("signIn.title"));
  await person.trySignIn(name, PASSWORD);
  await expect(person.page.getByRole("alert")).toHaveText(words.t("refusals.field.wrongPassword"));
  await person.trySignIn(name, ANOTHER);
  await person.open("/me");
  await expect(person.page.getByRole("heading", { level: 1 })).toHaveText(name);
});
