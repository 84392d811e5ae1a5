/** Lays what is the reader's own over a page that is the same for everybody: what is new to them, and whom they muted. */
import { includes, readRanges } from "../../../domain/read-ranges";
import { filled, phrases } from "../phrases";
import { home } from "../said";
import { onRenewal } from "../renewal";
import { commentsHere, discussionHere, isArticlePage, threadOf, threadsHere } from "./page";
import { procedures } from "./procedures";
import { watchSeen } from "./seen";

type Here = NonNullable<Awaited<ReturnType<typeof procedures.reading.here.query>>>;
type Said = Awaited<ReturnType<typeof phrases>>;

/** What the bar says of the reader: their name, and the bell's; null for one whose session has ended. */
export type Mine = { name: string; notices: number; bell: string };

export async function showMine(): Promise<Mine | null> {
  onRenewal(() => void lay());
  return lay();
}

async function lay(): Promise<Mine | null> {
  const discussion = discussionHere();
  if (!discussion) {
    const [me, said] = await Promise.all([procedures.members.me.query(), phrases()]);
    if (!me) return null;
    layClasses(said);
    layOnBar(me.waiting, said);
    return mineOf(me, said);
  }
  const [here, said] = await Promise.all([procedures.reading.here.query({ discussion, threads: isArticlePage() ? null : threadsHere() }), phrases()]);
  if (!here) return null;
  for (const comment of commentsHere()) layOn(comment, here, said);
  layOnCounts(here, said);
  layOnTally(here, said);
  layClasses(said);
  layOnBar(here.waiting, said);
  for (const { comment, decision } of here.decided) layOnTombstone(comment, decision, said);
  watchSeen();
  return mineOf(here, said);
}

function mineOf({ name, notices }: { name: string; notices: number }, said: Said): Mine {
  return { name, notices, bell: notices === 0 ? said.noNotices : filled(said.notices, { count: notices }) };
}

/** Nobody else is told whose it is. */
function layOnTombstone(comment: string, decision: string, said: Said): void {
  const line = document.querySelector(`#c-${CSS.escape(comment)} > .tombstone`);
  if (!line || line.querySelector("a")) return;
  const link = document.createElement("a");
  link.href = `${home === "/" ? "" : home}/decisions/${decision}`;
  link.textContent = said.decidedMine;
  line.append(" ", link);
}

function layOn(comment: HTMLElement, { participant, muted, unread }: Here, said: Said): void {
  const by = comment.dataset.by ?? "";
  if (by === participant) return void (comment.dataset.own = "");
  if (muted.includes(by)) return fold(comment, said);
  const known = unread.threads[threadOf(comment)];
  if (!known || includes(readRanges(known.read), Number(comment.dataset.seq))) return;
  comment.dataset.unread = "";
  comment.querySelector(".who")?.append(marker(said.new));
}

function marker(text: string): HTMLElement {
  const line = document.createElement("span");
  line.className = "new";
  line.textContent = text;
  return line;
}

/** As the pages made for one reader fold it. */
function fold(comment: HTMLElement, said: Said): void {
  const body = comment.querySelector(":scope > .body");
  if (!body || body.closest("details")) return;
  const folded = document.createElement("details");
  folded.className = "folded";
  const summary = document.createElement("summary");
  summary.textContent = filled(said.muted, { name: comment.querySelector(".who strong")?.textContent ?? "" });
  body.replaceWith(folded);
  folded.append(summary, body);
}

function layOnCounts({ unread }: Here, said: Said): void {
  for (const count of document.querySelectorAll<HTMLElement>("a.count[data-block]:not(.none)")) {
    const some = unread.blocks[count.dataset.block ?? ""] ?? 0;
    count.classList.toggle("unread", some > 0);
    count.querySelector(".new")?.remove();
    if (some > 0) count.append(marker(filled(said.someNew, { count: some })));
  }
}

/** The way to one's classes, which stored pages do not have. */
function layClasses(said: Said): void {
  const nav = document.querySelector(".bar nav");
  if (!nav || nav.querySelector("a[data-classes]")) return;
  const link = document.createElement("a");
  link.dataset.classes = "";
  link.href = `${home === "/" ? "" : home}/classes`;
  link.textContent = said.classes;
  nav.querySelector("a")?.after(link);
}

/** The way to the queue and how much waits there, for who moderates. */
function layOnBar(waiting: number | null, said: Said): void {
  const nav = document.querySelector(".bar nav");
  if (waiting === null || !nav) return;
  const known = nav.querySelector<HTMLAnchorElement>("a[data-moderates]");
  const link = known ?? document.createElement("a");
  link.dataset.moderates = "";
  link.href = `${home === "/" ? "" : home}/moderation`;
  link.replaceChildren(said.moderation);
  if (waiting > 0) link.append(" ", counter(waiting, filled(said.waiting, { count: waiting })));
  if (!known) nav.append(link);
}

/** More than 99 is "99+": nobody plans by the rest. */
function counter(count: number, says: string): HTMLElement {
  const shown = document.createElement("span");
  shown.className = "tag";
  shown.textContent = count > 99 ? "99+" : String(count);
  shown.title = says;
  return shown;
}

/** How much is new altogether, and the way to read it in order. */
function layOnTally({ unread, inOrder }: Here, said: Said): void {
  const tally = document.querySelector(".sheet > .tally");
  tally?.querySelector(".new")?.remove();
  if (!tally || !inOrder || unread.total === 0) return;
  const link = document.createElement("a");
  link.className = "new";
  link.href = `${location.pathname.replace(/\/v\/\d+$/, "")}/new`;
  link.textContent = filled(said.catchUp, { count: unread.total });
  tally.append(" ", link);
}
