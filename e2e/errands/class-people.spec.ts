import { expect, importArticle, newcomer, test } from "../fixtures";

const [ADA, BAO] = ["Ada Obi", "Bao Trinh"];

test("pupils without an address come in by printed cards; one gets more time, sees it, and moves to the other group with what she wrote", async ({ person, another, words }) => {
  const { page } = person;
  const [name, slug] = [`10B ${newcomer().name}`, await importArticle(`Set ${newcomer().name}`, 3)];
  await person.signUp();
  const headers = { origin: person.site };
  const send = async (form: string, fields: Record<string, string>) => new URL((await page.request.post(`${person.site}/forms/${form}`, { form: fields, headers, maxRedirects: 0 })).headers().location ?? "", person.site).pathname;
  const year = new Date().getFullYear() + 1;
  const address = await send("classes.make", { name, teacher: "Ms Okafor", language: words.language, timeZone: "Europe/Berlin", endsWith: "pseudonyms", retainUntil: `${year}-05-08` });
  await person.open(`${address}/roster`);
  await page.getByLabel(words.t("classes.roster.text")).fill(`name,section\n${ADA},Blue\n${BAO},Blue`);
  await page.getByRole("button", { name: words.t("classes.roster.preview") }).click();
  await page.getByRole("button", { name: words.t("classes.roster.apply") }).click();

  await page.getByRole("link", { name: words.t("classes.places.cards"), exact: true }).click();
  await page.getByRole("button", { name: words.t("classes.cards.makeChosen") }).click();
  await expect(page.getByText(words.t("refusals.field.chooseSomebody"))).toBeVisible();
  await page.getByRole("button", { name: words.t("classes.cards.makeAll") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("classes.cards.print"));
  await expect(page.getByRole("region", { name: BAO })).toBeVisible();
  const link = (await page.getByRole("region", { name: ADA }).locator(".address").textContent()) ?? "";

  const pupil = await another();
  await pupil.follow(link, words.t("card.submit"));
  await expect(pupil.page.getByRole("heading", { level: 1 })).toHaveText(name);
  await send("assignments.make", { class: address.split("/").at(-1) ?? "", article: slug, title: "Which of the three?", commentsDueAt: `${year}-05-01T12:00`, groups: "count", groupNumber: "2", set: "1" });
  await pupil.page.reload();
  await pupil.page.getByRole("link", { name: "Which of the three?" }).click();
  const work = new URL(pupil.page.url()).pathname.replace(/^\/zh/, "");
  await pupil.write(pupil.commentOn(2), "The second of them.");
  await expect(pupil.comment("The second of them.")).toBeVisible();

  await person.open(`${work}/extensions`);
  await page.getByRole("checkbox", { name: ADA }).check();
  await page.getByLabel(words.t("classes.work.form.commentsDueAt")).fill(`${year}-05-15T12:00`);
  await page.getByLabel(words.t("assignments.extensions.why"), { exact: true }).fill("She was ill.");
  await page.getByRole("button", { name: words.t("assignments.extensions.give") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("classes.done.extended"));
  await pupil.open(work);
  await expect(pupil.page.getByText(words.t("assignments.ownDates"))).toBeVisible();
  await expect(pupil.page.getByText("She was ill.")).toHaveCount(0);

  await person.open(`${work}/groups`);
  const isHere = (await page.getByRole("checkbox", { name: ADA }).count()) > 0;
  if (!isHere) await person.open(`${work}/groups?group=2`);
  await page.getByRole("checkbox", { name: ADA }).check();
  await page.getByRole("button", { name: words.t("assignments.grouping.move") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("classes.done.moved"));
  await expect(page.getByText(words.t("assignments.grouping.nobody"))).toBeVisible();
  // On a phone the page of the article folds what stands at its paragraphs.
  await pupil.open(`${work}/all`);
  await expect(pupil.comment("The second of them.")).toBeVisible();
  await pupil.open("/me/notices");
  await expect(pupil.page.getByRole("link", { name: words.t("ownNotices.kinds.group-changed") })).toBeVisible();
});
