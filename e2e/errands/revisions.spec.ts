import { expect, importText, newcomer, test } from "../fixtures";
import { revise } from "../revised";

const [A, B, C, D] = [
  "The committee reports to the assembly every year on what it has spent and why.",
  "Operators of large platforms keep a register of the orders they received.",
  "A reader may ask for the data that is held about them, free of charge.",
  "Complaints are answered within thirty days by somebody who did not decide the case.",
];
const NEW = "A new beginning that nobody has commented on yet.";

test("a commenter finds what stands under their words now, keeps one comment and withdraws another; old links lead on, and revisions are compared", async ({ person: editor, another, words }) => {
  test.slow();
  const title = `The register ${newcomer().name}`;
  const slug = await importText(title, [A, B, C, D]);
  const reader = await another();
  const { page } = reader;
  await reader.signUp();
  for (const [number, text] of [[2, "Who keeps the register?"], [3, "Nothing is free."]] as const) {
    await reader.open(`/articles/${slug}`);
    await reader.write(reader.commentOn(number), text);
    await expect(reader.comment(text).first()).toBeVisible();
  }
  await editor.signInAsEditor();
  await revise(editor, slug, [NEW, A, `${B} They publish it.`, C, D], { number: 2, why: "The court asked for it." });
  await revise(editor, slug, [NEW, A, `${B} They publish it every year.`, D], { number: 3, why: "Somebody paid." });

  await reader.open(`/articles/${slug}`);
  const removed = page.getByRole("region", { name: words.t("article.removed") });
  await expect(removed).toContainText(C);
  await expect(removed).toContainText("Nothing is free.");
  await reader.open(`/articles/${slug}/blocks/3`);
  const old = page.locator("details.old");
  await expect(old.locator("ins")).toBeHidden();
  await old.getByText(words.t("oldWords.changed")).click();
  await expect(old.locator("ins")).toContainText("They publish it every year.");
  await old.getByRole("link", { name: words.t("oldWords.asItWas", { revision: 1 }) }).click();
  await expect(page).toHaveURL(/\/v\/1#b-2$/);
  await expect(page.locator("#b-2")).toHaveText(B);
  await expect(page.locator("mark.hl, .older")).not.toHaveCount(0);
  await page.getByRole("link", { name: words.t("newestPlace.changed", { number: 2, at: 3 }) }).click();
  await expect(page).toHaveURL(new RegExp(`/articles/${slug}#b-3$`));

  await page.getByRole("link", { name: words.t("revisions.link") }).click();
  await expect(page.locator(".listed-threads > li")).toContainText(["Somebody paid.", "The court asked for it.", words.t("article.revision", { revision: 1 })]);
  const choose = async (from: string, to: string) => {
    await page.getByLabel(words.t("compare.from"), { exact: true }).fill(from);
    await page.getByLabel(words.t("compare.to"), { exact: true }).fill(to);
    await page.getByRole("button", { name: words.t("compare.submit") }).click();
  };
  await choose("9", "1");
  await expect(page.getByRole("alert")).toHaveText(words.t("compare.noSuchRevision", { newest: 3 }));
  await expect(page.getByLabel(words.t("compare.from"), { exact: true })).toHaveValue("9");
  await choose("3", "1");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.t("compare.heading", { from: 1, to: 3 }));
  await expect(page.locator(".change ins")).toContainText([NEW, "They publish it every year."]);
  await expect(page.locator(".change del")).toContainText([C]);
  await expect(page.locator(".unchanged")).toHaveText([words.t("compare.unchangedOne", { number: 2 }), words.t("compare.unchangedOne", { number: 4 })]);
  await expect(page.locator(".alongside")).toContainText(["Who keeps the register?", "Nothing is free."]);

  await reader.open("/me");
  await page.getByRole("link", { name: words.t("changed.link", { count: 2 }) }).click();
  const cases = page.locator("article.case");
  await expect(cases).toHaveCount(2);
  await cases.filter({ hasText: "Who keeps the register?" }).getByRole("button", { name: words.t("changed.keep") }).click();
  await expect(page.getByRole("status").first()).toHaveText(words.t("changed.kept"));
  await expect(cases).toHaveCount(1);
  await expect(cases).toContainText(C);
  await cases.getByRole("link", { name: words.t("changed.withdraw") }).click();
  await page.getByRole("button", { name: words.t("commentActs.delete") }).click();
  await expect(page.getByRole("status").first()).toHaveText(words.t("changed.withdrawn"));
  await expect(page.getByText(words.t("changed.none"))).toBeVisible();
  await reader.open(`/articles/${slug}/blocks/3`);
  await expect(old.locator("summary")).toHaveText(words.t("oldWords.changed") + words.t("oldWords.kept"));
});
