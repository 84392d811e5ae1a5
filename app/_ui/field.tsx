import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from "react";
import type { FormError } from "./form-error";
import { Icon } from "./icon";

/** `id`: its own, where a page has two of a name. */
type Common = { name: string; id?: string; label: ReactNode; hint?: ReactNode; error: FormError | null };

/** A field, what it is, what is expected, and right under it what was wrong; the writing is kept. */
export function Field({ name, id = name, label, hint, error, ...input }: Common & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <Hint name={id}>{hint}</Hint>}
      <input className="field" type="text" id={id} name={name} {...described(name, id, hint !== undefined, error)} {...input} />
      <ErrorUnder name={name} id={id} error={error} />
    </div>
  );
}

export function TextField({ name, id = name, label, hint, error, ...area }: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      <textarea className="field" id={id} name={name} {...described(name, id, hint !== undefined, error)} {...area} />
      <ErrorUnder name={name} id={id} error={error} />
      {hint !== undefined && <Hint name={id}>{hint}</Hint>}
    </div>
  );
}

function Hint({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p className="hint" id={`${name}-hint`}>
      {children}
    </p>
  );
}

function described(name: string, id: string, hinted: boolean, error: FormError | null) {
  const wrong = error?.field === name;
  const ids = [wrong ? `${id}-error` : "", hinted ? `${id}-hint` : ""].filter((id) => id !== "");
  return { "aria-invalid": wrong || undefined, "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined, autoFocus: wrong || undefined };
}

/** The sentence under the field it is about. */
export function ErrorUnder({ name, id = name, error }: { name: string; id?: string; error: FormError | null }) {
  if (error === null || error.field !== name) return null;
  return <ErrorLine id={`${id}-error`} message={error.message} />;
}

/** The sentence above a form, when it is about no field, or about one that is not on the page. */
export function ErrorAbove({ fields, error }: { fields: readonly string[]; error: FormError | null }) {
  if (error === null || (error.field !== null && fields.includes(error.field))) return null;
  return <ErrorLine id="form-error" message={error.message} />;
}

export function ErrorLine({ id, message }: { id: string; message: string }) {
  return (
    <p className="error" id={id} role="alert">
      <Icon name="circle-alert" />
      <span>{message}</span>
    </p>
  );
}
