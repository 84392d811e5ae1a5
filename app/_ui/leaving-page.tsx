import { Document } from "./document";
import type { Words } from "./words";

/** Between a form of ours and the provider: a form may lead to this site alone, a link anywhere. */
export function LeavingPage({ words, provider, address }: { words: Words; provider: string; address: string }) {
  const title = words.t("oidc.leaving.title", { name: provider });
  return (
    <Document words={words} title={title} path="/sign-in" noindex>
      <div className="work narrow">
        <h1>{title}</h1>
        <p className="lead">{words.t("oidc.leaving.says", { name: provider })}</p>
        <p className="row">
          <a className="button main" href={address} rel="noreferrer">
            {words.t("oidc.leaving.go", { name: provider })}
          </a>
        </p>
      </div>
    </Document>
  );
}
