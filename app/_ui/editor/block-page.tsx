import { slice } from "../../../domain/blocks";
import { beginningOf } from "../../../domain/comment-text";
import type { DraftBlockPage as View } from "../../../server/editing/queries";
import { Document } from "../document";
import { ErrorAbove } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { Icon } from "../icon";
import { draftBlockPath, editorPath } from "../paths";
import type { Words } from "../words";
import { DescribeForm, KindForm, PressForm, WordsForm } from "./block-forms";
import { DraftBlockText } from "./draft-block-text";

export type BlockPageProps = {
  words: Words;
  reader: { name: string } | null;
  title: string;
  view: View;
  /** Words that could not be kept. */
  written: string | null;
  error: FormError | null;
};

/** One block and all that can be done with it, by forms. */
export function DraftBlockPage({ words, reader, title, view, written, error }: BlockPageProps) {
  const { slug, version, language, block, sentences, next } = view;
  const heading = block.number === null ? words.t("editor.block.titleOut", { title }) : words.t("editor.block.title", { number: block.number, title });
  const hidden = { of: slug, version: String(version), block: block.id };
  return (
    <Document words={words} title={formTitle(words, heading, error)} path={draftBlockPath(slug, block.id)} noindex reader={reader} script="editor.js">
      <div className="work narrow editor">
        <p className="back">
          <a href={`${words.to(editorPath(slug, { at: block.id }))}#k-${block.id}`}>
            <Icon name="arrow-left" />
            {words.t("editor.block.back")}
          </a>
        </p>
        <h1>{heading}</h1>
        <ErrorAbove fields={["text", "alternative"]} error={error} />
        {block.dropped && <p className="notice">{words.t("editor.block.dropped")}</p>}
        <DraftBlockText words={words} block={block} language={language} />
        <WordsForm words={words} hidden={hidden} text={written ?? block.text} language={language} error={error} />
        <KindForm words={words} hidden={hidden} block={block} />
        {block.shape.image !== undefined && <DescribeForm words={words} hidden={hidden} image={block.shape.image} error={error} />}
        {sentences.length > 1 && (
          <section aria-labelledby="split">
            <h2 className="rule" id="split">
              {words.t("editor.block.split")}
            </h2>
            <ul className="ledger">
              {sentences.slice(1).map((sentence) => (
                <li key={sentence.start} lang={language}>
                  <PressForm words={words} name="split" hidden={{ ...hidden, at: String(sentence.start) }} label={words.t("editor.block.splitBefore", { text: beginningOf(slice(block.text, sentence)) })}>
                    <bdi>{beginningOf(slice(block.text, sentence))}</bdi>
                  </PressForm>
                </li>
              ))}
            </ul>
          </section>
        )}
        <div className="row rule">
          {next?.joins === true && <PressForm words={words} name="join" hidden={hidden} label={null}>{words.t("editor.block.join", { number: next.number })}</PressForm>}
          {next?.joins === false && <span className="quiet">{words.t("editor.block.joinPicture")}</span>}
          {next === null && !block.dropped && <span className="quiet">{words.t("editor.block.joinNone")}</span>}
          <PressForm words={words} name={block.dropped ? "keep" : "drop"} hidden={hidden} label={null}>{words.t(block.dropped ? "editor.blocks.keep" : "editor.blocks.drop")}</PressForm>
        </div>
      </div>
    </Document>
  );
}
