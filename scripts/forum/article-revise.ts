/** `article revise`: another text for a published article, with what it does to the discussion. */
import { database } from "../../db/client";
import { articlePath, editorPath, reviewPath } from "../../app/_ui/paths";
import { wordsOf } from "../../app/_ui/words";
import { articleToEdit } from "../../server/editing/queries";
import { readArticle } from "../../server/importing/read";
import { carryingRefused } from "../../server/refusals";
import { beginRevision } from "../../server/revising/begin";
import type { StoredRefusal } from "../../server/revising/carrying";
import { type Foreseen, foresee, type Passage } from "../../server/revising/foresee";
import { beginPublishing, beginReview } from "../../server/revising/jobs";
import { replaceText } from "../../server/revising/replace";
import { carryingStatus } from "../../server/revising/queries";
import { readSettings } from "../../server/settings";
import { buildWorker } from "../worker";
import { Complaint } from "./complaint";
import { progressOn } from "./progress";
import { sourceOf } from "./source";
import { whyRefused } from "./why-refused";
import { saidOf } from "./words";

type Options = { "dry-run": boolean; json: boolean; yes: boolean; why?: string };

/** Somebody must look before it can be published. */
const NEEDS_A_HUMAN = 3;

/** Of a passage as it is told. */
const SHOWN = 100;

/** `published`, or else a draft whose review is at `review`; neither of a dry run. */
type Revised = Foreseen & { slug: string; published: boolean; review: string | null };

export async function articleRevise([slug, source, ...extra]: string[], options: Options): Promise<number> {
  if (!slug || !source || extra.length) throw new Complaint("article revise takes a SLUG and one FILE or URL, or - for standard input");
  try {
    const revised = await revise(slug, source, options);
    process.stdout.write(options.json ? `${JSON.stringify(revised)}\n` : inWords(revised, options));
    return needsHuman(revised, options) || (!revised.published && !options["dry-run"]) ? NEEDS_A_HUMAN : 0;
  } catch (error) {
    const why = error instanceof Complaint ? error.message : saidOf(error);
    if (why === null) throw error;
    if (!options.json) throw new Complaint(why);
    process.stdout.write(`${JSON.stringify({ error: why })}\n`);
    return 1;
  }
}

const needsHuman = ({ counts, isAnother }: Foreseen, { yes }: Options): boolean => counts["needs-you"] > 0 || (isAnother && !yes);

async function revise(slug: string, source: string, options: Options): Promise<Revised> {
  await buildWorker();
  const progress = progressOn(process.stderr);
  const context = { db: database(), now: () => new Date(), reader: null, sessionId: null, network: "the operator", device: "the command line", cookies: [] };
  const article = await articleToEdit(context, { slug });
  const text = await readArticle(await sourceOf(source), progress.say).finally(progress.end);
  if ("refused" in text) throw new Complaint(whyRefused(text, source === "-" ? "The text" : source));
  const foreseen = await foresee(context, slug, text.blocks, progress.say).finally(progress.end);
  if ("refused" in foreseen) throw new Complaint(whyNot(foreseen));
  if (options["dry-run"]) return { slug, ...foreseen, published: false, review: null };
  if (article.hasDraft) throw new Complaint(`${slug}: a draft of its next revision is being written, and is not overwritten: ${linkTo(editorPath(slug))}. Publish it or delete it first.`);
  const { version: begun } = await beginRevision(context, { slug, why: options.why ?? "" });
  const done = await replaceText(context, { slug, version: begun }, text);
  if ("refused" in done) throw new Complaint(whyNot(done));
  const draft = { slug, version: done.version };
  await end((await beginReview(context, draft))?.ended);
  const review = linkTo(reviewPath(slug));
  if (needsHuman(foreseen, options)) return { slug, ...foreseen, published: false, review };
  await end((await beginPublishing(context, { ...draft, why: options.why ?? "", agreed: options.yes }))?.ended);
  const { hasDraft } = await carryingStatus(context, { slug });
  return { slug, ...foreseen, published: !hasDraft, review: hasDraft ? review : null };
}

async function end(ended: Promise<StoredRefusal | null> | undefined): Promise<void> {
  const refusal = (await ended) ?? null;
  // A thread that was begun meanwhile and needs somebody waits in the review, like the others.
  if (refusal && refusal.refused !== "undecided") throw new Complaint(whyNot(refusal));
}

function whyNot(refusal: StoredRefusal): string {
  const { reason, values } = carryingRefused(refusal).details;
  return wordsOf("en").t(`refusals.${reason}`, values);
}

const linkTo = (path: string): string => new URL(path, readSettings(process.env).publicUrl).href;

function inWords({ slug, revision, threads, counts, isAnother, doubtful, published, review }: Revised, { yes, "dry-run": dryRun }: Options): string {
  const words = wordsOf("en");
  const lines = [words.t("review.lead", { all: threads, asked: counts["needs-you"], exact: counts.exact, moved: counts.moved, changed: counts.changed, removed: counts.removed })];
  for (const { old, now, nearest, likeness, said } of doubtful) {
    lines.push(`  ${words.t("review.onBlock", { number: old?.number ?? 0 })}: "${said}"`, `    was: ${shown(old)}`, now ? `    now, ${likeness} % alike: ${shown(now)}` : `    gone; nearest, ${likeness} % alike: ${shown(nearest)}`);
  }
  if (isAnother) lines.push(`${words.t("review.another", { number: revision - 1 })}${yes ? "" : " If so, say it again with --yes."}`);
  if (dryRun) lines.push("Nothing was changed.");
  else lines.push(published ? `Published revision ${revision}: ${linkTo(articlePath(slug))}` : `Saved as a draft, to be decided here: ${review}`);
  return `${lines.join("\n")}\n`;
}

function shown(passage: Passage | null): string {
  if (passage === null) return "nothing";
  const text = Array.from(passage.text);
  return `¶ ${passage.number} ${text.slice(0, SHOWN).join("")}${text.length > SHOWN ? "…" : ""}`;
}
