import { WordDiff } from "./word-diff";
import type { Words } from "./words";

/** Another wording of a passage against the one its writer saw. `language`: of the passage. */
export function Proposal({ words, proposal, language }: { words: Words; proposal: { before: string; after: string }; language: string }) {
  return (
    <div className="proposal">
      <p className="quiet">{words.t("proposal.title")}</p>
      <p className="words" lang={language}>
        <WordDiff words={words} before={proposal.before} after={proposal.after} language={language} />
      </p>
    </div>
  );
}

/** Where one writes: the passage's words, to be changed. Left as they are, nothing is proposed. */
export function ProposalField({ words, passage, written, language, error }: { words: Words; passage: string; written: string | null; language: string; error: string | null }) {
  const value = written ?? passage;
  return (
    <details className="propose" open={error !== null || value.trim() !== passage.trim()}>
      <summary>{words.t("proposal.propose")}</summary>
      <div className="labelled">
        <label htmlFor="proposal">{words.t("proposal.label")}</label>
        <textarea className="field" id="proposal" name="proposal" rows={5} lang={language} dir="auto" defaultValue={value} aria-describedby={error === null ? "proposal-hint" : "proposal-error proposal-hint"} aria-invalid={error === null ? undefined : true} />
        {error !== null && (
          <p className="error" id="proposal-error" role="alert">
            {error}
          </p>
        )}
        <p className="hint" id="proposal-hint">
          {words.t("proposal.hint")}
        </p>
      </div>
    </details>
  );
}
