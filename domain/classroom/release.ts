/** When students see their grades. */

/** `hand`: when a teacher says so; `date`: at a moment, by itself; `atOnce`: as soon as one is complete, and anew whenever it changes. */
export const releaseModes = ["hand", "date", "atOnce"] as const;
export type ReleaseMode = (typeof releaseModes)[number];
