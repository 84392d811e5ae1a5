import { commentKinds } from "../../domain/thread";
import { CountLink } from "../_ui/count-link";
import { Document } from "../_ui/document";
import { Field, TextField } from "../_ui/field";
import { KindChoice } from "../_ui/kind-choice";
import { Kind } from "../_ui/kind";
import { placeOf } from "../_ui/place";
import { Tile } from "../_ui/tile";
import { Tombstone } from "../_ui/tombstone";
import type { Words } from "../_ui/words";
import { answered, head } from "./discussion";

/** What pages are made of, each part in each of its states. */
export function Parts({ words }: { words: Words }) {
  const place = placeOf(words, head);
  const error = { field: "wrong", message: words.t("refusals.field.empty") };
  return (
    <Document words={words} title="Parts" path="/gallery" noindex>
      <div className="work narrow fields">
        <h1>Parts</h1>
        <p className="row">
          <button className="button main" type="button">Main</button>
          <button className="button" type="button">Button</button>
          <button className="button grave" type="button">Grave</button>
          <a className="button" href="#main">Link</a>
        </p>
        <p className="row">
          {commentKinds.map((kind) => (
            <Kind key={kind} kind={kind} words={words} />
          ))}
          <span className="tag">Tag</span> <span className="tag accented">Accented</span>
        </p>
        <p className="row">
          {Array.from({ length: 8 }, (_, at) => (
            <Tile key={at} id={`person ${at}`} />
          ))}
        </p>
        <p className="row">
          {[0, 1, 3, 1_200].map((comments) => (
            <CountLink key={comments} place={place} block={{ number: 2, heat: { threads: comments, comments } }} />
          ))}
        </p>
        <Field name="usual" label="Field" hint="What is expected." error={null} />
        <Field name="wrong" label="Field with an error" error={error} />
        <TextField name="long" label="Longer text" hint="What is expected." error={null} defaultValue="Some text." />
        <KindChoice words={words} chosen="evidence" error={null} />
        <p className="notice" role="status">A notice.</p>
        <p className="older">A warning.</p>
        <div className="empty"><h2>Nothing here</h2><p>And what to do about it.</p></div>
        <Tombstone words={words} comment={{ ...answered, by: null, deletedAt: answered.at }} />
      </div>
    </Document>
  );
}
