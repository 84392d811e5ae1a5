import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from "react";
import type { FormError } from "./form-error";
import { Icon } from "./icon";

type Common = { name: string; label: ReactNode; hint?: ReactNode; error: FormError | null };

/** A field, what it is, what is expected, and right under it what was wrong; the writing is kept. */
export function Field({ name, label, hint, error, ...input }: Common & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <div className="labelled">
      <label htmlFor={name}>{label}</label>
      {hint !== undefined && <Hint name={name}>{hint}</Hint>}
      <input className="field" type="text" id={name} name={name} {...described(name, hint !== undefined, error)} {...input} />
      <ErrorUnder name={name} error={error} />
    </div>
  );
}

export function TextField({ name, label, hint, error, ...area }: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <div className="labelled">
      <label htmlFor={name}>{label}</label>
      <textarea className="field" id={name} name={name} {...described(name, hint !== undefined, error)} {...area} />
      <ErrorUnder name={name} error={error} />
      {hint !== undefined && <Hint name={name}>{hint}</Hint>}
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

function described(name: string, hinted: boolean, error: FormError | null) {
  const wrong = error?.field === name;
  const ids = [wrong ? `${name}-error` : "", hinted ? `${name}-hint` : ""].filter((id) => id !== "");
  return { "aria-invalid": wrong || undefined, "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined, autoFocus: wrong || undefined };
}

/** The sentence under the field it is about. */
export function ErrorUnder({ name, error }: { name: string; error: FormError | null }) {
  if (error === null || error.field !== name) return null;
  return <ErrorLine id={`${name}-error`} message={error.message} />;
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
