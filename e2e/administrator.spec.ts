import { expect, newcomer, PASSWORD, test } from "./fixtures";

test("the link of the first start makes one administrator, once", async ({ page, words }) => {
  const link = process.env.ERRANDS_SETUP ?? "";
  const { name, email } = newcomer();
  await page.goto(link);
  await page.getByLabel(words.t("account.name"), { exact: true }).fill(name);
  await page.getByLabel(words.t("account.email")).fill(email);
  await page.getByLabel(words.t("account.password")).fill(PASSWORD);
  await page.getByRole("button", { name: words.t("setup.submit") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByRole("main")).toContainText(words.t("roles.administrator"));
  const again = await page.goto(link);
  expect(again?.status()).toBe(404);
  await expect(page.getByRole("main")).toContainText(words.t("refusals.noSuch.link"));
});
