/** `article revise`, as operators and their scripts use it: what it prints, and how it exits. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, forumEnvironment, importText, newcomer, test } from "./fixtures";
import { said } from "./said";

const STAYS = "The committee reports to the assembly every year on what it has spent and why.";
const OLD = "Operators of large platforms keep a register of the orders they received.";
const DOUBTFUL = "Operators of large platforms must publish which orders of courts they received and what became of each.";

function revise(slug: string, paragraphs: readonly string[], ...options: string[]) {
  const folder = mkdtempSync(path.join(tmpdir(), "paragora-revise-"));
  const file = path.join(folder, "next.md");
  writeFileSync(file, `# The next\n\n${paragraphs.join("\n\n")}\n`);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/run.mjs", "forum", "article", "revise", slug, file, ...options], { env: forumEnvironment(), encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return { status, stdout, stderr };
}

test("publishes what is certain, leaves what is doubtful to a draft, and refuses the rest by name", async ({ person, page }) => {
  test.setTimeout(120_000);
  const slug = await importText(`By command ${newcomer().name}`, [STAYS, OLD]);
  await person.signUp();
  await said(person, slug, [2]);
  const identical = revise(slug, [STAYS, OLD]);
  expect([identical.status, identical.stderr]).toEqual([1, "It says just what revision 1 says: there is nothing to publish.\n"]);
  expect(revise(slug, [STAYS, `${OLD} They publish it.`], "--why", "They do.")).toMatchObject({ status: 0, stdout: expect.stringContaining("Published revision 2") });
  const dry = revise(slug, [STAYS, DOUBTFUL], "--dry-run", "--json");
  expect([dry.status, JSON.parse(dry.stdout)]).toMatchObject([3, { revision: 3, threads: 1, published: false, review: null, counts: { "needs-you": 1 }, doubtful: [{ now: { number: 2, text: DOUBTFUL } }] }]);
  const doubtful = revise(slug, [STAYS, DOUBTFUL]);
  expect([doubtful.status, doubtful.stdout]).toEqual([3, expect.stringMatching(new RegExp(`Saved as a draft.*/editor/${slug}/review\n$`))]);
  expect(revise(slug, [STAYS, OLD])).toMatchObject({ status: 1, stderr: expect.stringContaining("is not overwritten") });
  await person.open(`/articles/${slug}`);
  await expect(page.locator("#b-2")).toContainText("They publish it.");
});
