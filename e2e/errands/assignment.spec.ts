import { joinClass, makeClass } from "../classroom";
import { expect, newcomer, test } from "../fixtures";

test("students meet the gate, write, and see the others under made-up names; the teacher tries a rule, releases, and a student reads what the grade rests on", async ({ person, another, words, slug, number }) => {
  test.slow();
  const { page } = person;
  const title = `Which of the three? ${newcomer().name}`;
  const room = await makeClass(person);
  const [first, second] = [await another(), await another()];
  await joinClass(first, room.code, "Ada Obi");
  await joinClass(second, room.code, "Bo Trinh");

  await person.open(`${room.address}/assignments/new?article=${slug}`);
  await page.getByLabel(words.t("classes.work.form.title"), { exact: true }).fill(title);
  await page.getByLabel(words.t("classes.work.form.comments"), { exact: true }).fill("1");
  await page.getByLabel(words.t("classes.work.form.replies"), { exact: true }).fill("1");
  await page.getByRole("radio", { name: words.t("classes.work.form.gates.after") }).check();
  await page.getByLabel(words.t("classes.work.form.gateOwn"), { exact: true }).fill("1");
  await page.getByRole("checkbox", { name: words.t("classes.work.form.pseudonyms") }).check();
  await page.getByRole("button", { name: words.t("classes.work.form.set"), exact: true }).click();
  await page.getByRole("link", { name: title }).first().click();
  const work = new URL(page.url()).pathname.replace(/^\/zh/, "").split("/").slice(0, 3).join("/");

  const mark = newcomer().name;
  await first.open(work);
  await expect(first.page.getByText(words.t("assignments.gate.after", { count: 1 }))).toBeVisible();
  await first.write(first.commentOn(number), `Of the first student ${mark}`);
  await expect(first.comment(`Of the first student ${mark}`)).toBeVisible();

  await second.open(work);
  await expect(second.page.getByText(words.t("assignments.gate.after", { count: 1 }))).toBeVisible();
  await expect(second.comment(`Of the first student ${mark}`)).toHaveCount(0);
  await second.write(second.commentOn(number), `Of the second student ${mark}`);
  // Sent: a page that is left before takes it along.
  await expect(second.comment(`Of the second student ${mark}`)).toBeVisible();
  await second.open(`${work}/blocks/${number}`);
  await expect(second.comment(`Of the first student ${mark}`)).toBeVisible();
  await expect(second.page.getByText("Ada Obi")).toHaveCount(0);
  await second.write(second.comment(`Of the first student ${mark}`).getByRole("link", { name: words.t("acts.reply") }), `In answer ${mark}`);
  await expect(second.comment(`In answer ${mark}`)).toBeVisible();

  await person.open(`${work}/students`);
  const row = page.getByRole("row").filter({ hasText: "Bo Trinh" });
  await expect(row.getByRole("cell", { name: "1", exact: true })).toHaveCount(3);
  await page.getByRole("link", { name: words.t("grades.grading.title"), exact: true }).click();
  await page.getByRole("radio", { name: words.t("grades.rule.countings.scaled") }).check();
  await page.getByLabel(words.t("grades.rule.points"), { exact: true }).fill("ten");
  await page.getByRole("button", { name: words.t("grades.grading.save") }).click();
  await expect(page.getByText(words.t("refusals.field.rulePoints")).first()).toBeVisible();
  await page.getByLabel(words.t("grades.rule.points"), { exact: true }).fill("10");
  await page.getByRole("button", { name: words.t("grades.grading.preview") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("grades.grading.previewed"));
  await expect(page.getByText(words.t("grades.distribution.says", { count: 2, least: "5", median: "5", most: "10", mean: "7.5" }))).toBeVisible();
  await page.getByRole("button", { name: words.t("grades.grading.save") }).click();

  await page.getByRole("link", { name: words.t("grades.students.title"), exact: true }).click();
  await page.getByRole("link", { name: "Bo Trinh" }).first().click();
  await page.getByLabel(words.t("grades.student.overall")).fill(`Well argued ${mark}`);
  await page.getByRole("button", { name: words.t("grades.student.say") }).first().click();
  await person.open(`${work}/grading`);
  await page.getByRole("button", { name: words.t("grades.grading.which.complete") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("grades.grading.done", { released: 2, unchanged: 0, waiting: 0 }));

  await second.open(`${work}/grade`);
  await expect(second.page.getByText(words.t("grades.grade.counted", { count: 2 }))).toBeVisible();
  await expect(second.page.getByText(`Well argued ${mark}`)).toBeVisible();
  const seal = await second.page.locator(".hash").innerText();
  await person.open(`${work}/students`);
  await page.getByRole("link", { name: words.t("grades.students.whyOf", { name: "Bo Trinh", points: "10" }) }).click();
  await expect(page.locator(".hash")).toHaveText(seal);
  await person.open(`${work}/grading?count=again`);
  await expect(page.getByText(words.t("grades.grading.same", { count: 2 }))).toBeVisible();
  const csv = await page.request.get(`${person.site}${work}/grades.csv?format=plain`);
  expect(await csv.text()).toContain("Bo Trinh");
});
