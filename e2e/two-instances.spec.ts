import { startServer } from "../scripts/test/server-process";
import { expect, makeStaff, Person, test } from "./fixtures";
import { generousRates } from "./server";

/** The contract's figure. */
const WITHIN_MS = 5_000;

test("a suspension on one instance ends all sessions on another within five seconds", async ({ person, another, words }) => {
  test.setTimeout(120_000);
  const settings = { DATA_DIR: process.env.ERRANDS_DATA ?? "", DATABASE_URL: process.env.ERRANDS_DATABASE ?? "", AUTH_SECRET: process.env.ERRANDS_SECRET ?? "", LOG_LEVEL: "error", ...generousRates };
  const other = await startServer(settings);
  try {
    const here = await another();
    // At the other instance's address.
    const there = new Person((await another()).page, words, other.url);
    const { name, email } = await here.signUp();
    await there.signIn(email);
    for (const device of [here, there]) {
      await device.open("/me");
      await expect(device.page.getByRole("heading", { level: 1 })).toHaveText(name);
    }

    await person.signIn((await makeStaff("administrator")).email);
    await person.open(`/administration?search=${encodeURIComponent(email)}`);
    await person.page.getByRole("link", { name }).click();
    await person.page.getByLabel(words.t("administration.reason")).fill("Signed in in two places.");
    await person.page.getByRole("button", { name: words.t("administration.suspend") }).click();
    await expect(person.page.getByRole("status")).toHaveText(words.t("administration.done.suspended"));

    const began = performance.now();
    for (const device of [here, there]) {
      await expect(async () => {
        await device.open("/me");
        await expect(device.page.getByRole("heading", { level: 1 })).toHaveText(words.t("signIn.title"), { timeout: 500 });
      }).toPass({ timeout: WITHIN_MS });
    }
    expect(performance.now() - began).toBeLessThan(WITHIN_MS);
  } finally {
    await other.stop();
  }
});
