/** What tests of the editor arrange: a draft made of a text, and how it reads. */
import { database } from "../../db/client";
import { importArticle } from "../../domain/importing/article";
import type { Reader } from "../../domain/permissions";
import { keepDraft } from "../editing/keep";
import { aKey, asks, NOON } from "./world";

/** A draft of this Markdown, its title "A draft" made unlike any other. Its slug. */
export async function aDraft(by: Reader, text: string): Promise<string> {
  const read = importArticle(Buffer.from(text.replace("A draft", `A draft ${aKey()}`)), "markdown");
  if ("refused" in read) throw new Error(read.refused);
  return (await keepDraft({ db: database(), now: () => NOON }, read, { slug: null, by: by.id })).slug;
}

/** Number, kind and text of each block, in order. */
export async function textsOf(by: Reader, slug: string): Promise<string[]> {
  const { blocks } = await asks(by).editing.draft({ slug });
  return blocks.map(({ number, kind, text }) => `${number ?? "–"} ${kind} ${text}`);
}
