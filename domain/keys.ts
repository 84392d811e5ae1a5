/** What the keys of the reading page do, which keys they are, and how somebody may change them. */

export const acts = ["next-block", "previous-block", "open", "next-thread", "previous-thread", "next-unread", "comment", "reply", "report", "menu", "back", "keys"] as const;
export type Act = (typeof acts)[number];

/** Keys by their DOM names, a letter in lower case; null: turned off. */
export type Keys = Record<Act, string | null>;

/** Those of mail readers and forums; nobody has to learn them here. */
export const defaultKeys: Keys = {
  "next-block": "j",
  "previous-block": "k",
  open: "Enter",
  "next-thread": "n",
  "previous-thread": "p",
  "next-unread": "z",
  comment: "c",
  reply: "r",
  report: "!",
  menu: "m",
  back: "Escape",
  keys: "?",
};

/** They mean what they mean everywhere, and nobody says them by accident to a computer that listens (WCAG 2.1.4). */
const FIXED: ReadonlySet<Act> = new Set(["open", "back"]);

export function isFixed(act: Act): boolean {
  return FIXED.has(act);
}

export type Press = { key: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean };

/** What a press of a key asks for; with a modifier it belongs to the browser, but Shift may be what a sign needs. */
export function actOf({ key, shiftKey, ctrlKey, altKey, metaKey }: Press, keys: Keys): Act | null {
  const isSign = characters(key) === 1 && lower(key) === key.toLocaleUpperCase("en");
  if (ctrlKey || altKey || metaKey || (shiftKey && !isSign)) return null;
  const pressed = characters(key) === 1 ? lower(key) : key;
  return acts.find((act) => keys[act] === pressed) ?? null;
}

export type Wrong = "notOne" | "taken";

/** The keys with one of them changed. `typed`: what somebody wrote as the key, nothing to turn it off. */
export function remapped(keys: Keys, act: Act, typed: string): Keys | Wrong {
  const key = lower(typed.trim());
  if (isFixed(act) || (key !== "" && !isKey(key))) return "notOne";
  if (key !== "" && acts.some((other) => other !== act && keys[other] === key)) return "taken";
  return { ...keys, [act]: key || null };
}

/** Only what differs is kept, so that a default that changes later reaches whoever never chose. */
export function changesOf(keys: Keys): Partial<Keys> {
  return Object.fromEntries(acts.filter((act) => keys[act] !== defaultKeys[act]).map((act) => [act, keys[act]]));
}

/** The keys as kept; what makes no sense (another version wrote it, two acts on one key) counts as never chosen. */
export function keysFrom(kept: unknown): Keys {
  if (typeof kept !== "object" || kept === null) return defaultKeys;
  const keys = { ...defaultKeys };
  for (const [name, key] of Object.entries(kept)) {
    const act = acts.find((known) => known === name);
    if (act && !isFixed(act) && (key === null || (typeof key === "string" && isKey(key)))) keys[act] = key;
  }
  const used = Object.values(keys).filter((key) => key !== null);
  return new Set(used).size === used.length ? keys : defaultKeys;
}

/** One letter, figure or sign that a key gives. A space scrolls the page. */
function isKey(key: string): boolean {
  return characters(key) === 1 && key === lower(key) && /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(key);
}

function characters(text: string): number {
  return Array.from(text).length;
}

/** The same in every language: Turkish has an I of its own. */
function lower(text: string): string {
  return text.toLocaleLowerCase("en");
}
