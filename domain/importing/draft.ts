import type { Block } from "../blocks";
import type { Credits } from "./credits";

/** A block before its sentences are cut, which needs the whole text's language. */
export type BlockDraft = Omit<Block, "sentences">;

/** What a text says of itself, null for what it does not, and its blocks; `dropped` as in ImportedArticle. */
export type Draft = Credits & {
  title: string | null;
  standfirst: string | null;
  language: string | null;
  blocks: BlockDraft[];
  dropped: string[];
};
