/** What is said only once something was done: fetched then, in the page's language alone. */
import type { phrases as english } from "./phrases-en";

export async function phrases(): Promise<typeof english> {
  const { phrases: said } = document.documentElement.lang.startsWith("zh") ? await import("./phrases-zh") : await import("./phrases-en");
  return said;
}

/** "{count} new" with its values in their places. */
export function filled(phrase: string, values: Record<string, string | number>): string {
  return phrase.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
