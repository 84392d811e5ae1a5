/** Cursors of lists that are ordered by a number and then by an id: where the next page begins. */
export type Cursor = { at: number; id: string };

export function cursorOf({ at, id }: Cursor): string {
  return `${at}.${id}`;
}

/** Null for what no list of ours gave out. Thirteen digits: milliseconds as far as 2286, which both databases take for a moment. */
export function readCursor(text: string): Cursor | null {
  const [, at, id] = /^(0|[1-9]\d{0,12})\.([0-9A-Za-z-]{1,64})$/.exec(text) ?? [];
  return id === undefined ? null : { at: Number(at), id };
}
