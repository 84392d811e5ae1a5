/** The pages of the gallery by name, each a whole document made of the real components. */
import type { ReactElement } from "react";
import { branchOf } from "../../domain/thread";
import { ArticleListPage } from "../_ui/article-list-page";
import { ArticlePage } from "../_ui/article-page";
import { BlockPage } from "../_ui/block-page";
import { ComposePage, type ComposeProps } from "../_ui/compose-page";
import { DraftsPage } from "../_ui/drafts-page";
import { type NoticeKind, NoticePage } from "../_ui/notice-page";
import { SignUpPage } from "../_ui/sign-up-page";
import { ThreadPage } from "../_ui/thread-page";
import type { Words } from "../_ui/words";
import { answered, blocks, deepThread, discussed, head, silent } from "./discussion";
import { Parts } from "./parts";

const NOTICES: NoticeKind[] = ["notFound", "notAllowed", "wrong", "tooMany", "busy", "invalid", "tooLarge"];
const at = "2026-05-08T12:00:00.000Z";

function composing(words: Words, more: Partial<ComposeProps>): ReactElement {
  const [, block] = blocks;
  const props: ComposeProps = {
    ...{ words, mode: "new", path: "/gallery", idempotencyKey: "key", hidden: {}, as: { name: "ann", id: "p-ann" }, draft: null, error: null },
    target: { article: head, on: { block: 2, text: block?.text ?? "", quote: null, rewordable: true } },
    values: { body: "", kind: null },
    ...more,
  };
  return <ComposePage {...props} />;
}

export function specimens(words: Words): Record<string, ReactElement> {
  const branch = branchOf("chain-0", deepThread.comments);
  const [, second, third] = blocks;
  const tooLong = words.t("refusals.field.tooLong", { limit: 20_000, length: 20_001 });
  return {
    parts: <Parts words={words} />,
    article: <ArticlePage words={words} view={discussed} now={new Date(at)} />,
    "article-silent": <ArticlePage words={words} view={silent} now={new Date(at)} />,
    ...(second && { block: <BlockPage words={words} view={{ head, block: second, next: "20" }} after="10" /> }),
    ...(branch && third && { thread: <ThreadPage words={words} view={{ head, thread: deepThread, block: third, branch, above: answered, next: "40", after: "20" }} /> }),
    "list-empty": <ArticleListPage words={words} view={{ articles: [], next: null }} />,
    "drafts-empty": <DraftsPage words={words} reader={{ name: "ann" }} drafts={[]} next={null} after={null} />,
    "compose-visitor": composing(words, { as: null, target: { article: head, on: null } }),
    "compose-words": composing(words, { target: { article: head, on: { block: 2, text: "", quote: "some of its words", rewordable: true } }, hidden: { discussion: "discussion", block: "2", words: "20-37", revision: "2" } }),
    "compose-reply": composing(words, { target: { article: head, on: { comment: answered, muted: false } }, values: { body: "It is.", kind: "evidence" } }),
    "compose-error": composing(words, { error: { field: "body", message: tooLong }, values: { body: "Too long …", kind: null } }),
    "compose-refused": composing(words, { error: { field: null, message: words.t("refusals.busy") }, values: { body: "Kept.", kind: "objection" } }),
    "compose-draft": composing(words, { draft: { place: "place", version: 2, savedAt: at, other: "What the other tab saved." }, values: { body: "A draft.", kind: null } }),
    "compose-preview": composing(words, { preview: true, values: { body: "**As** readers see it.", kind: "suggestion" } }),
    "compose-proposal": composing(words, { values: { body: "Shorter is better.", kind: "suggestion", proposal: "A paragraph." } }),
    "compose-closed": composing(words, { opening: { ...head.opening, closesAt: at }, values: { body: "Too late.", kind: null } }),
    "compose-edit": composing(words, { mode: "edit", target: { article: head, on: { comment: answered, muted: true } }, values: { body: "Changed.", kind: "question" } }),
    "form-error": <SignUpPage words={words} values={{ name: "a", email: "no address" }} hidden={{}} error={{ field: "name", message: words.t("refusals.field.tooShort", { least: 2 }) }} waiting />,
    ...Object.fromEntries(NOTICES.map((kind) => [`notice-${kind}`, <NoticePage key={kind} words={words} kind={kind} path="/gallery" kept={kind === "tooLarge" ? "A text that could not be taken." : null} />])),
  };
}
