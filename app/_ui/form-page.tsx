import type { ReactNode } from "react";
import { Document } from "./document";
import { ErrorAbove } from "./field";
import type { FormError } from "./form-error";
import { formTitle } from "./form-title";
import { HiddenFields } from "./hidden-fields";
import type { Words } from "./words";

type Props = {
  words: Words;
  title: string;
  lead?: ReactNode;
  path: string;
  action: string;
  hidden: Record<string, string>;
  /** The names of the fields on the page: an error about another is said above them. */
  fields: readonly string[];
  error: FormError | null;
  submit: string;
  notice?: string | null;
  reader?: { name: string } | null;
  /** Of what cannot be undone. */
  grave?: boolean;
  children: ReactNode;
  below?: ReactNode;
};

/** A page with one short form. */
export function FormPage({ words, title, lead, path, action, hidden, fields, error, submit, notice = null, reader = null, grave = false, children, below }: Props) {
  return (
    <Document words={words} title={formTitle(words, title, error)} path={path} noindex reader={reader}>
      <div className="work narrow">
        <h1>{title}</h1>
        {lead !== undefined && <p className="lead">{lead}</p>}
        {notice !== null && (
          <p className="notice" role="status">
            {notice}
          </p>
        )}
        <form className="fields" method="post" action={words.to(action)}>
          <HiddenFields hidden={hidden} />
          <ErrorAbove fields={fields} error={error} />
          {children}
          <div className="row">
            <button className={grave ? "button grave" : "button main"} type="submit">
              {submit}
            </button>
          </div>
        </form>
        {below}
      </div>
    </Document>
  );
}
