/** The reader's own keys, kept in this browser. */
import { changesOf, defaultKeys, type Keys, keysFrom } from "../../../domain/keys";

const NAME = "keys";

let keys: Keys | null = null;

export function keptKeys(): Keys {
  keys ??= read();
  return keys;
}

/** False where the browser keeps nothing: then they hold for this page alone. */
export function keepKeys(wanted: Keys): boolean {
  keys = wanted;
  try {
    const changes = changesOf(wanted);
    if (Object.keys(changes).length === 0) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, JSON.stringify(changes));
    return true;
  } catch {
    return false;
  }
}

function read(): Keys {
  try {
    return keysFrom(JSON.parse(localStorage.getItem(NAME) ?? "null"));
  } catch {
    // Storage may be forbidden, or another program wrote there.
    return defaultKeys;
  }
}

/** Another tab changed them. */
addEventListener("storage", ({ key }) => {
  if (key === NAME || key === null) keys = null;
});
