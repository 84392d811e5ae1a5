import { expect, makeStaff, newcomer, type Person, test } from "../fixtures";

const SIGNED_OUT_WITHIN_MS = 5_000;

async function administrate(person: Person): Promise<void> {
  await person.signIn((await makeStaff("administrator")).email);
  await person.open("/me");
  await person.page.getByRole("link", { name: person.words.t("administration.title") }).click();
}

/** Makes a member without an address; their name, and the first password, told once. */
async function makeMember({ page, words }: Person, name: string): Promise<string> {
  await page.getByRole("link", { name: words.t("administration.new.title") }).click();
  await page.getByLabel(words.t("account.name"), { exact: true }).fill(name);
  await page.getByRole("button", { name: words.t("administration.new.submit") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("administration.card.once"));
  const password = await page.getByRole("main").locator("code").innerText();
  await page.getByRole("link", { name: words.t("administration.card.back") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  return password;
}

/** Whether this device is signed in, asked until it is not. */
async function isSignedOut(device: Person): Promise<void> {
  await expect(async () => {
    await device.open("/me");
    await expect(device.page.getByRole("heading", { level: 1 })).toHaveText(device.words.t("signIn.title"), { timeout: 1_000 });
  }).toPass({ timeout: SIGNED_OUT_WITHIN_MS });
}

test("an administrator makes a member, gives them a role, suspends them and takes them back", async ({ person, another, page, words }) => {
  const { name } = newcomer();
  await administrate(person);
  const password = await makeMember(person, name);
  const device = await another();
  await device.signIn(name, password);
  await device.open("/me");
  await expect(device.page.getByRole("heading", { level: 1 })).toHaveText(name);

  await page.getByLabel(words.t("roles.editor"), { exact: true }).check();
  await page.getByRole("button", { name: words.t("administration.changeRole") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("administration.done.role"));
  await isSignedOut(device);
  await device.signIn(name, password);
  await device.open("/me");
  await expect(device.page.getByRole("main")).toContainText(words.t("roles.editor"));

  await page.getByLabel(words.t("administration.reason")).fill("no");
  await page.getByRole("button", { name: words.t("administration.suspend") }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel(words.t("administration.reason")).fill("Sold shoes in the margin.");
  await page.getByRole("button", { name: words.t("administration.suspend") }).click();
  await expect(page.getByRole("main")).toContainText("Sold shoes in the margin.");
  await isSignedOut(device);
  await device.trySignIn(name, password);
  await expect(device.page.getByRole("heading", { level: 1 })).toHaveText(words.t("suspended.title"));

  await page.getByRole("button", { name: words.t("administration.reinstate") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("administration.done.reinstated"));
  await expect(page.getByRole("listitem").filter({ hasText: words.t("administration.acts.suspended") })).toBeVisible();
  await device.signIn(name, password);
  await device.open("/me");
  await expect(device.page.getByRole("heading", { level: 1 })).toHaveText(name);
});

test("a card signs in once, on the holder's device", async ({ person, another, page, words }) => {
  const { name } = newcomer();
  await administrate(person);
  await makeMember(person, name);
  await page.getByRole("button", { name: words.t("administration.makeCard") }).click();
  const link = /https?:\S+\/sign-in\/card\/\S+/.exec(await page.getByRole("main").innerText())?.[0] ?? "";
  const device = await another();
  await device.page.goto(link);
  await device.page.getByRole("button", { name: words.t("card.submit") }).click();
  await expect(device.page.getByRole("main")).toContainText(name);
  expect((await (await another()).page.goto(link))?.status()).toBe(404);
});

test("administration is found by search and by keyboard, and is not there for others", async ({ person, another, page, words }) => {
  const other = await (await another()).signUp();
  await administrate(person);
  await page.getByRole("searchbox").focus();
  await page.keyboard.type(other.email.slice(0, -4));
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: other.name }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(other.name);
  for (const address of ["/administration", "/administration/settings", "/administration/held", "/administration/mails"]) {
    await person.open(address);
    await expect(page.getByRole("navigation", { name: words.t("administration.title") })).toBeVisible();
  }
  await page.getByRole("button", { name: words.t("administration.mails.test") }).click();
  await expect(page.getByRole("status")).toContainText("@example.org");
  const stranger = await another();
  await stranger.signUp();
  for (const visitor of [stranger, await another()]) {
    const answer = await visitor.page.request.get(page.url());
    expect(answer.status()).toBe(404);
  }
});
