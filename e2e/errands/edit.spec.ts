import type { Page } from "@playwright/test";
import { paragraph, run, wordFile } from "../../server/importing/testing/word-files";
import { expect, importText, newcomer, type Person, siteUrl, test } from "../fixtures";
import type { Words } from "../words";

/** Others may be read first, each in its turn. */
const SOON = { timeout: 20_000 };
const TEXT = ["The sea rises.", "It rises by 4 mm a year. Nobody said so.", "Share this article", "What to do", "Build dikes."];

async function texts(page: Page): Promise<string[]> {
  return page.locator("[data-edited]:not([data-out]) > .block").allTextContents();
}

/** The page of the block with this text, as without scripts. */
async function openBlock({ page }: Person, text: string): Promise<void> {
  const address = await page.locator("[data-edited]").filter({ hasText: text }).locator("a[data-edit]").getAttribute("href");
  await page.goto(new URL(address ?? "", page.url()).href);
}

async function saveWith(page: Page, words: Words, fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByRole("button", { name: words.t("editor.head.save"), exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("editor.head.saved"));
}

test("an editor pastes an article, corrects it, undoes a step and publishes it; a reader reads it", async ({ person, page, words, another }) => {
  const title = `The coast ${newcomer().name}`;
  await person.signInAsEditor();
  await person.open("/me");
  await page.getByRole("main").getByRole("link", { name: words.t("editor.link") }).click();
  await page.getByLabel(words.t("editor.text")).fill(`# ${title} is sinkng\n\n${TEXT.join("\n\n")}\n`);
  await page.getByRole("button", { name: words.t("editor.read") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${title} is sinkng`, SOON);
  const draft = page.url();
  await saveWith(page, words, { [words.t("editor.head.name")]: `${title} is sinking`, [words.t("editor.head.byline")]: "Maren Olsen", [words.t("editor.head.date")]: "2026-03-04" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${title} is sinking`);

  await page.getByRole("button", { name: words.t("editor.blocks.joinWhich", { number: 1 }) }).click();
  await expect.poll(() => texts(page)).toEqual([`${TEXT[0]} ${TEXT[1]}`, ...TEXT.slice(2)]);
  await page.getByRole("button", { name: words.t("editor.undoWhat.join") }).click();
  await expect.poll(() => texts(page)).toEqual(TEXT);
  await page.getByRole("button", { name: words.t("editor.redoWhat.join") }).click();
  await expect.poll(() => texts(page)).toHaveLength(4);
  await page.getByRole("button", { name: words.t("editor.blocks.dropWhich", { number: 2 }) }).click();
  await expect(page.getByRole("button", { name: words.t("editor.blocks.keepWhich", { text: "Share this article" }) })).toBeVisible();

  await openBlock(person, "The sea rises.");
  await page.getByRole("button", { name: words.t("editor.block.splitBefore", { text: "Nobody said so." }) }).click();
  await expect.poll(() => texts(page)).toEqual(["The sea rises. It rises by 4 mm a year.", "Nobody said so.", "What to do", "Build dikes."]);
  await openBlock(person, "What to do");
  await page.getByLabel(words.t("editor.block.kind")).selectOption({ label: words.t("editor.headingLevel", { level: 1 }) });
  await page.getByRole("button", { name: words.t("editor.block.saveKind") }).click();
  await expect(page.locator("[data-kind=heading]")).toContainText("What to do");
  await openBlock(person, "Build dikes.");
  await page.getByLabel(words.t("editor.block.words")).fill("Build dikes.\n\nOr move.");
  await page.getByRole("button", { name: words.t("editor.block.saveWords") }).click();
  await expect.poll(async () => (await texts(page)).at(-1)).toBe("Or move.");

  const reader = await another();
  await reader.signUp();
  expect((await reader.page.goto(draft))?.status()).toBe(404);
  const address = draft.replace("/editor/", "/articles/");
  const slug = new URL(address).pathname.split("/").at(-1) ?? "";
  for (const rest of ["", "/v/1", "/all", "/blocks/1", "/threads", "/new"]) {
    const [hidden, missing] = await Promise.all([address, address.replace(slug, "nothing-here")].map((one) => reader.page.request.get(one + rest)));
    expect(hidden?.status(), rest).toBe(404);
    expect((await hidden?.text())?.replaceAll(slug, "nothing-here"), rest).toBe(await missing?.text());
  }
  await page.getByRole("button", { name: words.t("editor.publish") }).click();
  await expect(page).toHaveURL(address);
  await reader.page.goto(address);
  await expect(reader.page.getByRole("heading", { level: 1 })).toHaveText(`${title} is sinking`);
  await expect(reader.page.getByRole("heading", { level: 2, name: "What to do" })).toBeVisible();
  await expect(reader.page.locator("[data-block-id]")).toHaveText([/It rises/, /Nobody/, "What to do", "Build dikes.", "Or move."]);
  await expect(reader.page.locator(".by")).toContainText("Maren Olsen");
  await reader.open("/");
  await expect(reader.page.getByRole("link", { name: `${title} is sinking`, exact: true })).toBeVisible();
});

const WORDS = ["Three harbours lie below the line.", "Nobody has said so far which of the three is to be given up, nor who will pay for what is kept."];
const files: [name: string, content: (title: string) => Buffer | Promise<Buffer>][] = [
  ["notes.txt", (title) => Buffer.from(`${title}\n\n${WORDS.join("\n\n")}\n`)],
  ["notes.md", (title) => Buffer.from(`# ${title}\n\n${WORDS.join("\n\n")}\n`)],
  ["notes.html", (title) => Buffer.from(`<!doctype html><title>${title}</title><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${WORDS.map((text) => `<p>${text}</p>`).join("")}</article><script>alert(1)</script>`)],
  ["notes.docx", async (title) => Buffer.from(await wordFile({ body: paragraph(run(title), "Titel") + WORDS.map((text) => paragraph(run(text))).join("") }))],
];

for (const [name, content] of files) {
  test(`an editor chooses a file, ${name}, and deletes the draft again`, async ({ person, page, words }) => {
    const title = `The harbour plan ${newcomer().name}`;
    await person.signInAsEditor();
    await person.open("/editor");
    await page.getByLabel(words.t("editor.file")).setInputFiles({ name, mimeType: "text/plain", buffer: await content(title) });
    await page.getByLabel(words.t("editor.language")).selectOption("de");
    await page.getByRole("button", { name: words.t("editor.read") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title, SOON);
    await expect(page.getByLabel(words.t("editor.language"))).toHaveValue("de");
    expect(await texts(page)).toEqual(WORDS);
    const draft = page.url();
    await page.getByRole("link", { name: words.t("editor.discard") }).click();
    await page.getByRole("button", { name: words.t("editor.discard") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.t("editor.title"));
    expect((await page.goto(draft))?.status()).toBe(404);
  });
}

test("what is no article is refused beside the field, and a paste stays", async ({ person, page, words }) => {
  await person.signInAsEditor();
  await person.open("/editor");
  await page.getByRole("button", { name: words.t("editor.read") }).click();
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.field.noFile"));
  await page.getByLabel(words.t("editor.text")).fill("# Only a title");
  await page.getByRole("button", { name: words.t("editor.read") }).click();
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.import.no-article"), SOON);
  await expect(page.getByLabel(words.t("editor.text"))).toHaveValue("# Only a title");
  await person.open("/editor");
  await page.getByLabel(words.t("editor.file")).setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("GIF89a") });
  await page.getByRole("button", { name: words.t("editor.read") }).click();
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.import.format", { format: "gif" }), SOON);
  await person.open("/editor");
  await page.getByLabel(words.t("editor.address")).fill("http://127.0.0.1/");
  await page.getByRole("button", { name: words.t("editor.read") }).click();
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.import.address-not-public", { host: "127.0.0.1" }), SOON);
});

test("two editors of one draft: the second is told, sees the newest, and keeps the words", async ({ person, page, words, another }) => {
  const slug = await importText(`For two ${newcomer().name}`, ["First words.", "Second words."], ["--draft"]);
  const other = await another();
  await person.signInAsEditor();
  await other.signInAsEditor();
  for (const one of [person, other]) {
    await one.open(`/editor/${slug}`);
    await openBlock(one, "First words.");
  }
  for (const [one, text] of [[person, "One wrote this."], [other, "The other wrote that."]] as const) {
    await one.page.getByLabel(words.t("editor.block.words")).fill(text);
    await one.page.getByRole("button", { name: words.t("editor.block.saveWords") }).click();
  }
  await expect.poll(() => texts(page)).toEqual(["One wrote this.", "Second words."]);
  await expect(other.page.getByRole("alert")).toHaveText(words.t("refusals.conflict.changed"));
  await expect(other.page.locator("main .block")).toHaveText("One wrote this.");
  await expect(other.page.getByLabel(words.t("editor.block.words"))).toHaveValue("The other wrote that.");
  await other.page.getByRole("button", { name: words.t("editor.block.saveWords") }).click();
  await expect.poll(() => texts(other.page)).toEqual(["The other wrote that.", "Second words."]);
  await page.getByRole("button", { name: words.t("editor.blocks.joinWhich", { number: 1 }) }).click();
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.conflict.changed"));
  await expect.poll(() => texts(page)).toEqual(["The other wrote that.", "Second words."]);
});

test("a changed address leads on for ever, and a withdrawn article leaves a notice", async ({ person, page, words, another }) => {
  const title = `Moving ${newcomer().name}`;
  const old = await importText(title, ["First words.", "Second words."]);
  const reader = await another();
  await reader.signUp();
  await reader.open(`/articles/${old}`);
  await reader.write(reader.commentOn(1), "Mine stays mine.");
  await expect(reader.comment("Mine stays mine.")).toBeVisible();
  const comment = await reader.comment("Mine stays mine.").getAttribute("data-comment-id");

  await person.signInAsEditor();
  await person.open(`/editor/${old}`);
  await page.getByRole("textbox", { name: words.t("editor.head.slug"), exact: true }).fill(`${old}-now`);
  await page.getByRole("button", { name: words.t("editor.public.rename") }).click();
  await expect(page).toHaveURL(new RegExp(`/editor/${old}-now$`));
  const get = (address: string) => reader.page.request.get(siteUrl() + words.to(address), { maxRedirects: 0 });
  for (const rest of ["", "/v/1", "/all", "/blocks/1", "/threads?order=newest&from=mail", "?from=mail"]) {
    const answer = await get(`/articles/${old}${rest}`);
    expect([answer.status(), answer.headers()["location"]], rest).toEqual([308, words.to(`/articles/${old}-now${rest}`)]);
  }
  await reader.page.goto(`${siteUrl()}${words.to(`/articles/${old}`)}?from=mail#b-2`);
  await expect(reader.page).toHaveURL(new RegExp(`/articles/${old}-now\\?from=mail#b-2$`));
  await page.getByRole("textbox", { name: words.t("editor.head.slug"), exact: true }).fill(old);
  await page.getByRole("button", { name: words.t("editor.public.rename") }).click();
  await expect(page).toHaveURL(new RegExp(`/editor/${old}$`));
  await reader.page.goto(`${siteUrl()}${words.to(`/articles/${old}-now`)}`);
  await expect(reader.page).toHaveURL(new RegExp(`/articles/${old}$`));
  await expect(reader.page.getByRole("heading", { level: 1 })).toHaveText(title);

  await page.getByRole("button", { name: words.t("editor.public.withdraw") }).click();
  await expect(page.getByRole("alert")).toHaveText(words.t("refusals.field.empty"));
  await page.getByLabel(words.t("editor.public.why")).fill("It named a child. <b>Sorry.</b>");
  await page.getByRole("button", { name: words.t("editor.public.withdraw") }).click();
  for (const address of [`/articles/${old}`, `/articles/${old}/v/1`, `/articles/${old}/all`, `/articles/${old}/threads`, `/articles/${old}/new`, `/comments/${comment}`]) {
    const answer = await reader.page.goto(siteUrl() + words.to(address));
    expect(answer?.status(), address).toBe(410);
    await expect(reader.page.getByRole("main")).toContainText(title);
    await expect(reader.page.getByRole("main")).toContainText("It named a child. <b>Sorry.</b>");
  }
  await reader.open("/");
  await expect(reader.page.getByRole("link", { name: title, exact: true })).toHaveCount(0);
  await reader.open("/me");
  await expect(reader.page.getByRole("link", { name: "Mine stays mine." })).toBeVisible();
  await page.getByRole("button", { name: words.t("editor.public.restore") }).click();
  await expect(page.getByRole("button", { name: words.t("editor.public.withdraw") })).toBeVisible();
  await reader.open(`/articles/${old}`);
  await expect(reader.comment("Mine stays mine.")).toHaveCount(1);
});

test("to visitors and members there is no editor", async ({ person, page, words }) => {
  const slug = await importText(`Hidden ${newcomer().name}`, ["First words."], ["--draft"]);
  await person.open(`/editor/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.t("signIn.title"));
  await person.signUp();
  const [there, nowhere] = [await page.request.get(siteUrl() + words.to(`/editor/${slug}`)), await page.request.get(siteUrl() + words.to(`/editor/none`))];
  expect([there.status(), nowhere.status(), (await page.request.get(siteUrl() + words.to("/editor"))).status()]).toEqual([404, 404, 404]);
  expect((await there.text()).replaceAll(slug, "none")).toBe(await nowhere.text());
});
