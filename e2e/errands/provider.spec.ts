import { randomUUID } from "node:crypto";
import { expect, newcomer, PASSWORD, type Person, test } from "../fixtures";

/** What the run's provider is called; see `server.ts`. */
const School = { name: "School" };

/** Signs in on the provider's own pages. */
async function signInThere({ page }: Person, account: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "School" })).toBeVisible();
  await page.getByLabel("Account").fill(account);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function goByProvider({ page, words }: Person): Promise<void> {
  await page.getByRole("button", { name: words.t("oidc.continue", School) }).click();
}

/** Chooses a name after signing in at the provider for the first time. */
async function chooseName({ page, words }: Person, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: words.t("oidc.choose.title") })).toBeVisible();
  await page.getByLabel(words.t("account.name"), { exact: true }).fill(name);
  await page.getByRole("button", { name: words.t("oidc.choose.submit") }).click();
}

test("a visitor writes, signs up by the provider, and the comment is posted under the name they chose", async ({ person, another, page, slug, number, words }) => {
  const account = randomUUID();
  const { name } = newcomer();
  await person.open(`/articles/${slug}`);
  await person.openComposePage(number);
  await page.getByLabel(words.t("compose.body")).fill("Written before I went to school.");
  await page.getByRole("button", { name: words.t("compose.post") }).click();
  await goByProvider(person);
  await signInThere(person, account);
  await expect(page.getByRole("status")).toHaveText(words.t("signUp.waiting"));
  await chooseName(person, name);
  await expect(person.comment("Written before I went to school.")).toContainText(name);

  const elsewhere = await another();
  await elsewhere.open("/sign-in?next=%2Fme");
  await goByProvider(elsewhere);
  await signInThere(elsewhere, account);
  await expect(elsewhere.page.getByRole("heading", { level: 1 })).toHaveText(name);
});

test("who cancels there is back at the page to sign in, and told so", async ({ person, page, words }) => {
  await person.open("/sign-in");
  await goByProvider(person);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.oidc.cancelled", School));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.t("signIn.title"));
});

test("a member links the provider, signs in by it on another device, and unlinks it", async ({ person, another, page, words }) => {
  const account = randomUUID();
  const { name } = await person.signUp();
  await person.open("/me/account");
  await page.getByRole("listitem").filter({ hasText: words.t("oidc.me.title", School) }).getByRole("link").click();
  await page.getByLabel(words.t("ownAccount.current"), { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: words.t("oidc.me.link", School) }).click();
  await signInThere(person, account);
  await expect(page.getByRole("button", { name: words.t("oidc.me.unlink", School) })).toBeVisible();

  const elsewhere = await another();
  await elsewhere.open("/sign-in?next=%2Fme");
  await goByProvider(elsewhere);
  await signInThere(elsewhere, account);
  await expect(elsewhere.page.getByRole("heading", { level: 1 })).toHaveText(name);

  await page.getByRole("button", { name: words.t("oidc.me.unlink", School) }).click();
  await expect(page.getByRole("button", { name: words.t("oidc.me.link", School) })).toBeVisible();
});
