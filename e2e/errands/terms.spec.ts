import { expect, importText, newcomer, test } from "../fixtures";

test("a teacher copies a class to the next term, ends the old one, thinks better of it, and ends it again", async ({ person, words }) => {
  const { page } = person;
  const [name, next] = [`10B ${newcomer().name}`, `11B ${newcomer().name}`];
  const slug = await importText(`Terms ${newcomer().name}`, ["Words to discuss.", "More of them."]);
  await person.signUp();
  await person.open("/classes/new");
  await page.getByLabel(words.t("classes.form.name")).fill(name);
  await page.getByLabel(words.t("classes.form.teacher")).fill("Ms Okafor");
  await page.getByRole("radio", { name: words.t("classes.form.endings.erasure") }).check();
  await page.getByRole("button", { name: words.t("classes.form.submit") }).click();
  const own = new URL(page.url()).pathname.replace(/^\/zh/, "");
  await person.open(`${own}/assignments/new?article=${slug}`);
  await page.getByLabel(words.t("classes.work.form.title"), { exact: true }).fill("Which of the two?");
  await page.getByLabel(words.t("classes.work.form.commentsDueAt"), { exact: true }).fill("2030-10-20T17:00");
  await page.getByLabel(words.t("classes.work.form.prompt", { number: 1 }), { exact: true }).fill("What does it say?");
  await page.getByRole("button", { name: words.t("classes.work.form.set") }).click();

  await person.open(`${own}/copy`);
  await page.getByLabel(words.t("classes.form.name")).fill(next);
  await page.getByRole("radio", { name: words.t("terms.copy.date.moved") }).check();
  await page.getByLabel(words.t("terms.copy.number")).fill("1");
  await page.getByRole("button", { name: words.t("terms.copy.preview") }).click();
  await expect(page.getByText(/27 October 2030|2030年10月27日/)).toBeVisible();
  await expect(page.getByLabel(words.t("classes.form.name"))).toHaveValue(next);
  await page.getByRole("button", { name: words.t("terms.copy.class"), exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("classes.done.copied"));
  await expect(page.getByText(words.t("classes.work.draft"))).toBeVisible();

  await person.open(`${own}/archive`);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: words.t("terms.archive.make") }).click();
  expect((await download).suggestedFilename()).toMatch(/\.zip$/);

  await person.open(`${own}/end`);
  await page.getByLabel(words.t("terms.end.type", { name })).fill("another");
  await page.getByRole("button", { name: words.t("terms.end.submit") }).click();
  await expect(page.getByText(words.t("refusals.field.nameDiffers"))).toBeVisible();
  await page.getByLabel(words.t("terms.end.type", { name })).fill(name);
  await page.getByRole("button", { name: words.t("terms.end.submit") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("classes.done.ending"));
  await page.getByRole("button", { name: words.t("terms.end.undo") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("classes.done.reopened"));
  await page.getByLabel(words.t("terms.end.type", { name })).fill(name);
  await page.getByRole("button", { name: words.t("terms.end.submit") }).click();
  await expect(page.getByRole("heading", { name: words.t("terms.end.ended") })).toBeVisible();
  await person.open("/classes/certificates");
  await expect(page.getByText(words.t("terms.certificate.none"))).toBeVisible();
});
