import { joinClass, makeClass } from "../classroom";
import { expect, importText, newcomer, test } from "../fixtures";
import { revise } from "../revised";

const [A, B, C] = ["The committee reports every year on what it has spent.", "Operators keep a register of the orders they received.", "Complaints are answered within thirty days."];

test("a class is told of a newer revision, its teacher takes it, and a student sees what became of their words", async ({ person: teacher, another, words }) => {
  test.slow();
  const { page } = teacher;
  const [editor, student] = [await another(), await another()];
  const slug = await importText(`A register for a class ${newcomer().name}`, [A, B, C]);
  const { address, id, code } = await makeClass(teacher);
  await page.request.post(`${teacher.site}/forms/assignments.make`, { form: { class: id, article: slug, title: "Read the draft", set: "1" }, headers: { origin: teacher.site } });
  await joinClass(student, code, "Ada Obi");
  await student.open(address);
  await student.page.getByRole("link", { name: "Read the draft" }).click();
  const readAt = new URL(student.page.url()).pathname.replace(/^\/zh/, "");
  for (const [number, text] of [[2, "Who reads it?"], [3, "Why thirty?"]] as const) {
    await student.write(student.commentOn(number), text);
    await expect(student.comment(text).first()).toBeVisible();
    await student.open(readAt);
  }

  await editor.signInAsEditor();
  await revise(editor, slug, [A, `${B} They publish it every year.`], { number: 2, why: "The court asked for it." });

  await student.open(readAt);
  await expect(student.page.locator("#b-2")).toHaveText(B);
  await teacher.open(readAt);
  await page.getByRole("link", { name: words.t("assignments.newer.look") }).click();
  await expect(page.getByRole("main")).toContainText("The court asked for it.");
  await expect(page.getByRole("main")).toContainText(words.t("assignments.newer.counts.changed", { count: 1 }));
  await expect(page.getByRole("main")).toContainText(words.t("assignments.newer.counts.removed", { count: 1 }));
  await page.getByRole("button", { name: words.t("assignments.newer.take", { revision: 2 }) }).click();
  await expect(page.getByRole("status")).toContainText(words.t("classes.done.taken"));
  await expect(page.getByRole("main")).toContainText(words.t("assignments.newer.none"));

  await student.open(readAt);
  await expect(student.page.locator("#b-2")).toContainText("They publish it every year.");
  await expect(student.page.getByRole("region", { name: words.t("article.removed") })).toContainText(C);
  // On a phone the page of the article folds what stands at its paragraphs.
  await student.open(`${readAt}/blocks/2`);
  const old = student.page.locator("details.old");
  await old.getByText(words.t("oldWords.changed")).click();
  await expect(old.locator("ins")).toContainText("They publish it every year.");
  await student.open("/me/notices");
  await expect(student.page.getByRole("main")).toContainText(words.t("ownNotices.kinds.text-changed"));
});
