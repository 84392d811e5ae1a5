import { COMMENT_LENGTH } from "../../domain/comment-text";
import { slice } from "../../domain/blocks";
import type { OwnHeld } from "../../server/moderation/own-held";
import { Document } from "./document";
import { ErrorAbove, TextField } from "./field";
import type { FormError } from "./form-error";
import { formTitle } from "./form-title";
import { HiddenFields } from "./hidden-fields";
import { Icon } from "./icon";
import { KindChoice } from "./kind-choice";
import { caughtSays } from "./moderation/caught";
import { articlePath, heldPath } from "./paths";
import type { Words } from "./words";

type Props = { words: Words; reader: { name: string } | null; held: OwnHeld; /** The text as it was sent and refused. */ written: string | null; idempotencyKey: string; notice: string | null; error: FormError | null };

/** One's own comment that others do not see: why, and what can be done. */
export function HeldPage({ words, reader, held, written, idempotencyKey, notice, error }: Props) {
  const { id, version, article, state, readAt } = held;
  const title = words.t(readAt === null ? `held.states.${state}` : `held.inClass.states.${state}`);
  const canChange = state !== "refused";
  return (
    <Document words={words} title={formTitle(words, title, error)} path={heldPath(id)} noindex reader={reader}>
      <div className="work narrow">
        <p className="back">
          <a href={words.to(readAt ?? articlePath(article.slug))}>
            <Icon name="arrow-left" />
            <bdi lang={article.language}>{article.title}</bdi>
          </a>
        </p>
        <h1>{title}</h1>
        {notice !== null && (
          <p className="notice" role="status">
            {notice}
          </p>
        )}
        <Why words={words} held={held} />
        {!canChange && <p className="held-words" dir="auto">{held.body}</p>}
        {canChange && (
          <form className="fields" method="post" action={words.to("/forms/comments.changeHeld")}>
            <HiddenFields hidden={{ comment: id, version: String(version), shown: state === "held" ? "" : "1", key: idempotencyKey }} />
            <ErrorAbove fields={["body", "kind"]} error={error} />
            <TextField name="body" label={words.t("compose.body")} hint={words.t("compose.hint", { limit: COMMENT_LENGTH })} error={error} rows={8} required dir="auto" defaultValue={written ?? held.body} />
            <KindChoice words={words} chosen={held.kind} error={error} />
            <div className="row">
              <button className="button main" type="submit">
                {words.t("held.change")}
              </button>
            </div>
          </form>
        )}
        <TakeBack words={words} id={id} />
      </div>
    </Document>
  );
}

function Why({ words, held: { caught, state, body, decision, readAt } }: { words: Words; held: OwnHeld }) {
  const said = caught && caughtSays(words, caught);
  const found = caught?.span ? slice(body, caught.span) : "";
  return (
    <>
      <p className="lead">{said === null ? words.t(readAt === null ? `held.says.${state}` : `held.inClass.says.${state}`) : words.t(readAt === null ? `held.because.${state}` : `held.inClass.because.${state}`, { why: said })}</p>
      {found !== "" && (
        <p>
          {words.t.rich("held.words", {
            words: () => (
              <mark key="words" dir="auto">
                {found}
              </mark>
            ),
          })}
        </p>
      )}
      <p>
        <a href={words.to(`/decisions/${decision}`)}>{words.t("held.decision")}</a>
      </p>
    </>
  );
}

function TakeBack({ words, id }: { words: Words; id: string }) {
  return (
    <section aria-labelledby="take-back">
      <h2 className="rule" id="take-back">
        {words.t("held.takeBackTitle")}
      </h2>
      <form className="fields" method="post" action={words.to("/forms/comments.takeBackHeld")}>
        <HiddenFields hidden={{ comment: id }} />
        <p>{words.t("held.takeBackSays")}</p>
        <div className="row">
          <button className="button grave" type="submit">
            <Icon name="trash-2" />
            {words.t("held.takeBack")}
          </button>
        </div>
      </form>
    </section>
  );
}
