import { expect, newcomer, test } from "../fixtures";

test("a member signs in on another device, ends that session from the first, and it is over there", async ({ person, another, words }) => {
  const [who, elsewhere] = [newcomer(), await another()];
  await person.open("/sign-up");
  await person.fillSignUp(who);
  await elsewhere.signInByPage(who.email);
  await elsewhere.open("/me");
  await expect(elsewhere.page.getByRole("heading", { level: 1 })).toHaveText(who.name);

  await person.open("/me/account");
  const other = person.page.locator("section[aria-labelledby=sessions]").getByRole("listitem").filter({ hasNotText: words.t("me.thisOne") });
  await other.getByRole("button", { name: words.t("me.end") }).first().click();
  await expect(person.page.getByRole("heading", { level: 1 })).toHaveText(words.t("ownAccount.title"));

  await elsewhere.open("/me");
  await expect(elsewhere.page.getByRole("heading", { level: 1 })).toHaveText(words.t("signIn.title"));
  await person.open("/me");
  await expect(person.page.getByRole("heading", { level: 1 })).toHaveText(who.name);
});

test("a member signs out, and is a visitor", async ({ person, page, words }) => {
  await person.signUp();
  await person.open("/me");
  await page.getByRole("button", { name: words.t("me.signOut") }).click();
  await person.open("/me");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.t("signIn.title"));
});

test("a wrong password and an unknown address get the same answer", async ({ person, another, page, words }) => {
  const { email } = await (await another()).signUp();
  const answers: string[] = [];
  for (const address of [email, newcomer().email]) {
    await person.trySignIn(address, "certainly not the password");
    answers.push(await page.getByRole("alert").innerText());
    await expect(page.getByLabel(words.t("signIn.who"))).toHaveValue(address);
  }
  expect(answers[0]).toBe(words.t("refusals.field.wrongPassword"));
  expect(answers[1]).toBe(answers[0]);
});

test("a name that looks like another's is refused beside the field, and the rest is kept", async ({ person, another, page, words }) => {
  const { name } = await (await another()).signUp();
  await person.open("/sign-up");
  const { email } = newcomer();
  await page.getByLabel(words.t("account.name"), { exact: true }).fill(name.replace("wren", "wrеn"));
  await page.getByLabel(words.t("account.email")).fill(email);
  await page.getByLabel(words.t("account.password")).fill("a fine long password of five words");
  await page.getByRole("button", { name: words.t("signUp.submit") }).click();
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.field.nameLooksAlike"));
  await expect(page.getByLabel(words.t("account.email"))).toHaveValue(email);
});
