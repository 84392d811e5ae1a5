import { HiddenFields } from "./hidden-fields";
import type { Words } from "./words";

/** The way in by the provider; `provider` null: none is set. */
export function ProviderDoor({ words, provider, hidden }: { words: Words; provider: string | null; hidden: Record<string, string> }) {
  if (provider === null) return null;
  return (
    <form className="below" method="post" action={words.to("/forms/oidc.begin")}>
      <HiddenFields hidden={hidden} />
      <button className="button" type="submit">
        {words.t("oidc.continue", { name: provider })}
      </button>
    </form>
  );
}
