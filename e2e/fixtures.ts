/** What the errands arrange: a reader in their language, an article of their own to write on, and members. */
import { type Browser, type BrowserContext, expect, type Locator, type Page, test as base } from "@playwright/test";
import { wordsOf, type Words } from "./words";

/** Long enough that each errand has a paragraph of its own; two dozen of one reader's errands want one. */
const PARAGRAPHS = 40;

export const PASSWORD = "a fine long password of five words";

let counted = 0;

/** A name, and an address, that nobody else of this run has. */
export function newcomer(): { name: string; email: string } {
  counted += 1;
  const tail = `${process.pid.toString(36)}${Date.now().toString(36).slice(-4)}${counted.toString(36)}`;
  return { name: `wren ${tail}`, email: `wren-${tail}@example.org` };
}

export function siteUrl(): string {
  return process.env.ERRANDS_URL ?? "";
}

/** An article of so many paragraphs. Its slug. */
export function importArticle(title: string, paragraphs = PARAGRAPHS): Promise<string> {
  return importText(title, Array.from({ length: paragraphs }, (_, place) => `This is paragraph ${place + 1}. It says one thing, and then another.`));
}

/** `options` as the command line's: `--draft`. Its slug. */
export async function importText(title: string, body: readonly string[], options: readonly "--draft"[] = []): Promise<string> {
  const made = await arrange({ make: "article", markdown: `# ${title}\n\n${body.join("\n\n")}\n`, draft: options.includes("--draft") });
  if (typeof made !== "object" || made === null || !("slug" in made)) throw new Error(JSON.stringify(made));
  return String(made.slug);
}

/** Somebody who runs the place, as made by the operator; they sign in like anybody. */
export async function makeStaff(role: "editor" | "administrator"): Promise<{ name: string; email: string }> {
  const who = newcomer();
  await arrange({ make: "member", ...who, password: PASSWORD, role });
  return who;
}

/** See scripts/test/arranger.ts. */
async function arrange(wish: object): Promise<unknown> {
  const answer = await fetch(process.env.ERRANDS_ARRANGER ?? "", { method: "POST", body: JSON.stringify(wish) });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

export function forumEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, DATA_DIR: process.env.ERRANDS_DATA, DATABASE_URL: process.env.ERRANDS_DATABASE };
}

export class Person {
  constructor(
    readonly page: Page,
    readonly words: Words,
    readonly site = siteUrl(),
  ) {}

  async open(address: string): Promise<void> {
    await this.page.goto(this.site + this.words.to(address));
  }

  /** A new member, signed in. As the form of the page sends it, without the page: who is about the page fills it. */
  async signUp(who = newcomer()): Promise<{ name: string; email: string }> {
    await this.send("sign-up", { ...who, password: PASSWORD });
    return who;
  }

  async fillSignUp({ name, email }: { name: string; email: string }): Promise<void> {
    const { page, words } = this;
    await page.getByLabel(words.t("account.name"), { exact: true }).fill(name);
    await page.getByLabel(words.t("account.email")).fill(email);
    await page.getByLabel(words.t("account.password")).fill(PASSWORD);
    await page.getByRole("button", { name: words.t("signUp.submit") }).click();
    await expect(page.getByRole("heading", { level: 1, name: words.t("signUp.title") })).toHaveCount(0);
  }

  async signInAsEditor(): Promise<void> {
    await this.signIn((await makeStaff("editor")).email);
  }

  /** By address or by name, as the page's form sends it. */
  async signIn(who: string, password = PASSWORD): Promise<void> {
    await this.send("sign-in", { who, password });
  }

  private async send(form: string, fields: Record<string, string>): Promise<void> {
    const answer = await this.page.request.post(this.site + this.words.to(`/forms/${form}`), { form: fields, headers: { origin: this.site }, maxRedirects: 0 });
    if (answer.status() !== 303) throw new Error(`${form}: ${answer.status()} ${await answer.text()}`);
  }

  /** On the page, and in. */
  async signInByPage(who: string, password = PASSWORD): Promise<void> {
    await this.trySignIn(who, password);
    await expect(this.page.getByRole("heading", { level: 1, name: this.words.t("signIn.title") })).toHaveCount(0);
  }

  async trySignIn(who: string, password: string): Promise<void> {
    const { page, words } = this;
    await this.open("/sign-in");
    await page.getByLabel(words.t("signIn.who")).fill(who);
    await page.getByLabel(words.t("account.password")).fill(password);
    await page.getByRole("button", { name: words.t("signIn.submit") }).click();
  }

  async askForLink(address: string, email: string): Promise<void> {
    const { page, words } = this;
    await this.open(address);
    await page.getByLabel(words.t("account.email")).fill(email);
    await page.getByRole("button", { name: words.t("linkMail.submit") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.t("linkMail.sentTitle"));
  }

  /** Opens a link from a mail and presses what it asks for. */
  async follow(link: string, press: string): Promise<void> {
    await this.page.goto(link);
    await this.page.getByRole("button", { name: press }).click();
  }

  /** Opens the form by the link with this name, writes and sends. */
  async write(link: Locator, text: string): Promise<void> {
    await link.click();
    await this.page.getByLabel(this.words.t("compose.body")).fill(text);
    await this.page.getByRole("button", { name: this.words.t("compose.post") }).click();
  }

  /** The way to comment on a block; where somebody has, with scripts, it shows once the block is open. */
  commentOn(number: number): Locator {
    return this.page.getByRole("link", { name: this.words.t("block.comment", { number }), exact: true });
  }

  /** The page to write on itself, as without scripts. */
  async openComposePage(number: number): Promise<void> {
    const address = await this.commentOn(number).getAttribute("href");
    await this.page.goto(new URL(address ?? "", this.page.url()).href);
  }

  /** The page with all that can be done with a comment, as without scripts. */
  async openActsPage(text: string): Promise<void> {
    const address = await this.comment(text).getByRole("link", { name: this.words.t("acts.more") }).getAttribute("href");
    await this.page.goto(new URL(address ?? "", this.page.url()).href);
  }

  /** Opens what is said on a block, by its count. */
  async openBlock(number: number): Promise<void> {
    await this.page.locator(`a.count[data-block="${number}"]`).click();
  }

  comment(text: string): Locator {
    return this.page.locator("article.comment").filter({ hasText: text });
  }
}

type Errand = {
  words: Words;
  person: Person;
  another: () => Promise<Person>;
  slug: string;
  /** A paragraph of the article at `slug` that no other errand writes on: with scripts, the way to write on one that has threads is hidden until it is opened. */
  number: number;
};

/** One article for all errands of a worker. */
type Shared = { slug: string; taken: number };

/** The first two paragraphs stay without comments. */
const KEPT_FREE = 2;

export const test = base.extend<Errand, { shared: Shared }>({
  shared: [async ({}, use, worker) => use({ slug: await importArticle(`A test of ${worker.project.name} ${worker.workerIndex} ${Date.now()}`), taken: KEPT_FREE }), { scope: "worker" }],
  slug: async ({ shared }, use) => use(shared.slug),
  number: async ({ shared }, use) => {
    shared.taken += 1;
    if (shared.taken > PARAGRAPHS) throw new Error("More errands than paragraphs: raise PARAGRAPHS in e2e/fixtures.ts.");
    await use(shared.taken);
  },
  words: async ({}, use, info) => use(wordsOf(info.project.metadata.language === "zh" ? "zh" : "en")),
  person: async ({ page, words }, use) => use(new Person(page, words)),
  another: async ({ browser, words, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await newContext(browser, contextOptions);
      contexts.push(context);
      return new Person(await context.newPage(), words);
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

function newContext(browser: Browser, options: Parameters<Browser["newContext"]>[0]): Promise<BrowserContext> {
  return browser.newContext(options);
}

export { expect };
