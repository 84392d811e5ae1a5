import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import mammoth from "mammoth";
import { expect, importText, newcomer, type Person, siteUrl, test } from "../fixtures";
import type { Words } from "../words";

const TEXT = ["The sea rises by four millimetres a year.", "Nobody knows who will pay for the dikes."];

/** The editor's page for the thread that a comment begins. */
async function openAnswering(editor: Person, slug: string, text: string): Promise<void> {
  await editor.open(`/articles/${slug}`);
  await editor.open(`/comments/${await editor.comment(text).getAttribute("data-comment-id")}/acts`);
  await editor.page.getByRole("link", { name: editor.words.t("answers.answer") }).click();
}

/** The page to write on a block, also where the link to it is folded away. */
async function openWriting({ page }: Person, block: number): Promise<void> {
  const address = await page.locator(`a[href*="/compose?"][href*="block=${block}&"]`).first().getAttribute("href");
  await page.goto(new URL(address ?? "", page.url()).href);
}

async function answer(page: Page, words: Words, kind: "adopted" | "not-adopted" | "out-of-scope" | "answered", text: string): Promise<void> {
  await page.getByRole("radio", { name: words.t(`answers.kinds.${kind}`) }).check();
  await page.getByLabel(words.t("answers.text")).fill(text);
  await page.getByRole("button", { name: words.t("answers.save") }).click();
}

async function saveDiscussion(editor: Person, slug: string, fields: Record<string, string>): Promise<void> {
  const { page, words } = editor;
  await editor.open(`/editor/${slug}/discussion`);
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: words.t("discussion.save"), exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("discussion.saved"));
}

test("an editor asks, pins, answers and closes; readers see and sift it; a wording becomes text; the response is made", async ({ person: reader, page, words, another }) => {
  test.slow();
  const [{ name }, editor] = [newcomer(), await another()];
  const slug = await importText(`Dikes ${name}`, TEXT);
  await editor.signInAsEditor();
  await saveDiscussion(editor, slug, { [words.t("discussion.prompt")]: "Who should pay?" });

  // The reader is asked something, suggests a wording and puts a question.
  await reader.signUp();
  await reader.open(`/articles/${slug}`);
  await expect(page.locator(".prompt")).toHaveText("Who should pay?");
  await reader.openComposePage(1);
  await page.getByText(words.t("proposal.propose")).click();
  await page.getByLabel(words.t("proposal.label")).fill("The sea rises by six millimetres a year.");
  await page.getByLabel(words.t("compose.body")).fill("It is five by now.");
  await page.getByRole("button", { name: words.t("compose.post") }).click();
  await expect(reader.comment("It is five by now.").locator("ins")).toContainText("six");
  await reader.open(`/compose?edit=${await reader.comment("It is five by now.").getAttribute("data-comment-id")}`);
  await page.getByLabel(words.t("proposal.label")).fill("The sea rises by five millimetres a year.");
  await page.getByRole("button", { name: words.t("compose.save") }).click();
  await expect(reader.comment("It is five by now.").locator("ins")).toContainText("five");
  await reader.open(`/articles/${slug}`);
  await reader.openComposePage(2);
  await page.getByLabel(words.t("compose.body")).fill("Does the state pay?");
  await page.getByRole("button", { name: words.t("compose.post") }).click();

  // The editor answers, pins, and takes the wording into the draft.
  await openAnswering(editor, slug, "Does the state pay?");
  await answer(editor.page, words, "not-adopted", "");
  await expect(editor.page.getByRole("alert")).toHaveText(words.t("refusals.field.reasonMissing"));
  await answer(editor.page, words, "answered", "It pays **half**.");
  await openAnswering(editor, slug, "Does the state pay?");
  await editor.page.getByRole("button", { name: words.t("answers.pin"), exact: true }).click();
  await expect(editor.page.getByRole("button", { name: words.t("answers.unpin") })).toBeVisible();
  await openAnswering(editor, slug, "It is five by now.");
  await editor.page.getByRole("button", { name: words.t("proposal.accept") }).click();
  await expect(editor.page.locator("[data-edited]").first()).toContainText("five millimetres");
  await editor.page.getByRole("button", { name: words.t("editor.revising.toReview") }).click();
  await editor.page.getByRole("button", { name: words.t("review.publish", { number: 2 }) }).click();
  await expect(editor.page.locator(".block").first()).toContainText("five millimetres");

  // Readers see what became of it, and sift by it.
  await reader.open(`/articles/${slug}`);
  await expect(page.locator(".answer .tag")).toHaveText([words.t("answers.kinds.adopted"), words.t("answers.kinds.answered")]);
  await expect(page.locator(".answer a").first()).toHaveAttribute("href", words.to(`/articles/${slug}/v/2#b-1`));
  await expect(page.locator(".pinned")).toHaveText(words.t("answers.pinned"));
  await expect(page.locator(".credits")).toContainText(words.t("response.aReader"));
  await reader.open(`/articles/${slug}/threads`);
  await page.getByRole("navigation", { name: words.t("answers.label") }).getByRole("link", { name: words.t("answers.kinds.adopted"), exact: true }).click();
  await expect(page.locator(".listed-threads > li")).toHaveText([/It is five by now/]);

  // Nobody but editors sees the response until it is published.
  const response = `/articles/${slug}/response`;
  const get = (address: string) => page.request.get(siteUrl() + words.to(address));
  for (const ending of ["", ".md", ".docx"]) expect((await get(response + ending)).status(), ending).toBe(404);
  await editor.open(`/editor/${slug}/discussion`);
  await editor.page.getByRole("button", { name: words.t("response.publish") }).click();
  await expect(editor.page.getByText(words.t("response.isPublic"))).toBeVisible();
  await reader.open(response);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.t("response.heading"));
  await expect(page.getByRole("main")).toContainText("It pays **half**.");
  await expect(page.getByRole("main").locator("del").first()).toContainText("four");
  const markdown = await (await get(`${response}.md`)).text();
  for (const part of [`# ${words.t("response.heading")}`, "## ¶ 2", "> Does the state pay?", "It pays \\*\\*half\\*\\*."]) expect(markdown).toContain(part);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Word (.docx)" }).click()]);
  const { value: word } = await mammoth.extractRawText({ buffer: await readFile(await download.path()) });
  for (const part of [words.t("response.heading"), "¶ 2", "Does the state pay?", "It pays **half**.", words.t("answers.kinds.adopted")]) expect(word).toContain(part);

  // It closes while the reader writes: the text is refused by name and kept.
  await reader.open(`/articles/${slug}`);
  await openWriting(reader, 2);
  await page.getByLabel(words.t("compose.body")).fill(`Too late, ${name}.`);
  await saveDiscussion(editor, slug, { [words.t("discussion.closesAt")]: "2026-01-12T17:00" });
  await page.getByRole("button", { name: words.t("compose.post") }).click();
  await expect(page.locator("main .lead")).toContainText("(UTC)");
  await expect(page.getByLabel(words.t("discussion.written"))).toHaveValue(`Too late, ${name}.`);
  await reader.open("/me/drafts");
  await expect(page.getByRole("main")).toContainText(`Too late, ${name}.`);
  await reader.open(`/articles/${slug}`);
  await expect(page.locator(".when")).toHaveText(/2026.*17:00.*\(UTC\)/);
  await openWriting(reader, 1);
  await expect(page.locator("form.composer")).toHaveCount(0);
  await saveDiscussion(editor, slug, { [words.t("discussion.closesAt")]: "" });
  await reader.open(`/articles/${slug}`);
  await expect(page.locator(".when")).toHaveCount(0);
});
