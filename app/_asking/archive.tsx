/** An archive of a class, made while it is sent: each file is read when its turn comes, a page at a time, so that no class is too large for it. */
import JSZip from "jszip";
import { Readable } from "node:stream";
import type { ReactElement } from "react";
import type { BlockView } from "../../domain/reading";
import type { ArchiveContents } from "../../server/classes/archive";
import { peopleGroups } from "../../server/classes/people";
import { keptPicture } from "../../server/media/queries";
import type { Context } from "../../server/trpc";
import { markupOf, renderAround } from "../_ui/render";
import { ArchivedLog, ArchivedPage, ArchivedPeople, archiveFiles, ArchiveIndex } from "../_ui/terms/archive-parts";
import { FileDocument } from "../_ui/terms/file-document";
import type { Words } from "../_ui/words";
import type { Ask } from "./pages";

type From = { words: Words; ask: Ask; context: Context; contents: ArchiveContents };
type Work = ArchiveContents["works"][number];

export function archiveOf(from: From): ReadableStream<Uint8Array> {
  const zip = new JSZip();
  const add = (name: string, pieces: () => AsyncGenerator<string>): void => void zip.file(name, Readable.from(bytesOf(pieces), { objectMode: false }));
  add("index.html", () => documentOf(from, from.contents.class.name, <ArchiveIndex words={from.words} contents={from.contents} />, nothing));
  add(archiveFiles.people, () => peopleOf(from));
  add(archiveFiles.log, () => logOf(from));
  from.contents.works.forEach((work, at) => {
    for (const { number } of work.groups) add(archiveFiles.discussion(at + 1, number), () => discussionOf(from, work, number));
    add(archiveFiles.discussionCsv(at + 1), async function* () {
      yield (await from.ask.grades.discussionFile({ assignment: work.id, isArchived: true })).text;
    });
    add(archiveFiles.grades(at + 1), async function* () {
      yield Buffer.from((await from.ask.grades.gradesFile({ assignment: work.id })).bytes).toString("utf8");
    });
  });
  // Sizes follow each file instead of standing before it: else each would be held until it is whole.
  return Readable.toWeb(new Readable().wrap(zip.generateNodeStream({ streamFiles: true, compression: "DEFLATE" }))) as ReadableStream<Uint8Array>;
}

async function* bytesOf(pieces: () => AsyncGenerator<string>): AsyncGenerator<Buffer> {
  for await (const piece of pieces()) yield Buffer.from(piece, "utf8");
}

/** A document without a long part. */
async function* nothing(): AsyncGenerator<string> {
  await Promise.resolve();
}

async function* documentOf({ words }: From, title: string, head: ReactElement | null, inside: () => AsyncGenerator<string>): AsyncGenerator<string> {
  const { before, after } = await renderAround(<FileDocument words={words} title={title} head={head} />);
  yield before;
  yield* inside();
  yield after;
}

function discussionOf(from: From, work: Work, group: number): AsyncGenerator<string> {
  const { words, ask, context } = from;
  return documentOf(from, work.title, null, async function* () {
    const markup = await markupOf();
    for (let after: string | null = null; ; ) {
      const { view }: Awaited<ReturnType<Ask["assignments"]["all"]>> = await ask.assignments.all({ assignment: work.id, group, after });
      yield markup(<ArchivedPage words={words} view={view} zone={work.timeZone} pictures={await picturesIn(context, view.blocks)} />);
      if (view.next === null) return;
      after = view.next;
    }
  });
}

const KEPT_HERE = /^\/media\/([0-9a-f]+)/;

/** Few paragraphs are pictures, and each is another. */
async function picturesIn({ db }: Context, blocks: readonly BlockView[]): Promise<Map<string, string>> {
  const sources = blocks.flatMap(({ shape }) => (shape.image && KEPT_HERE.test(shape.image.source) ? [shape.image.source] : []));
  const found = await Promise.all(sources.map(async (source) => [source, await keptPicture(db, KEPT_HERE.exec(source)?.[1] ?? "")] as const));
  return new Map(found.flatMap(([source, picture]) => (picture ? [[source, `data:${picture.type};base64,${picture.bytes.toString("base64")}`]] : [])));
}

function tableHead(names: readonly string[]): string {
  return `<table><thead><tr>${names.map((name) => `<th scope="col">${name}</th>`).join("")}</tr></thead><tbody>`;
}

function peopleOf(from: From): AsyncGenerator<string> {
  const { words, ask, contents } = from;
  const { t } = words;
  return documentOf(from, t("classes.people.title"), null, async function* () {
    const markup = await markupOf();
    yield tableHead([t("classes.people.name"), t("classes.people.role"), t("classes.people.section"), t("classes.people.number"), t("classes.people.email"), t("terms.archive.joined"), t("terms.archive.left")]);
    for (const group of peopleGroups)
      for (let after: string | null = null; ; ) {
        const view: Awaited<ReturnType<Ask["classes"]["people"]>> = await ask.classes.people({ class: contents.class.id, group, after });
        yield markup(<ArchivedPeople words={words} people={view.people} />);
        if (view.next === null) break;
        after = view.next;
      }
    yield "</tbody></table>";
  });
}

function logOf(from: From): AsyncGenerator<string> {
  const { words, ask, contents } = from;
  const { t } = words;
  return documentOf(from, t("classes.log.title"), null, async function* () {
    const markup = await markupOf();
    yield tableHead([t("terms.archive.at"), t("terms.archive.who"), t("terms.archive.what"), t("terms.archive.why")]);
    for (let after: number | null = null; ; ) {
      const view: Awaited<ReturnType<Ask["classes"]["log"]>> = await ask.classes.log({ class: contents.class.id, after });
      yield markup(<ArchivedLog words={words} rows={view.rows} zone={contents.class.timeZone} />);
      if (view.next === null) break;
      after = view.next;
    }
    yield "</tbody></table>";
  });
}
