import { languageOfWords } from "../../domain/language-of-words";
import { markdownHtml } from "./markdown";
import type { Words } from "./words";

type Props = { words: Pick<Words, "language">; body: string; as?: "div" | "blockquote"; className?: string };

/** What somebody wrote, in Markdown, said to be in the language it is in: their page's or another. */
export function CommentBody({ words, body, as: Tag = "div", className = "body" }: Props) {
  return <Tag className={className} dir="auto" lang={languageOfWords(body, words.language)} dangerouslySetInnerHTML={{ __html: markdownHtml(body) }} />;
}
