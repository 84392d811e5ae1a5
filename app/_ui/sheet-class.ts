/** Chinese, Japanese and Korean lines are counted in characters, so their column has another measure. */
const SQUARE_SCRIPTS = /^(?:zh|ja|ko)\b/i;

export function sheetClass(language: string, more = ""): string {
  return ["sheet", SQUARE_SCRIPTS.test(language) ? "cjk" : "", more].filter((name) => name !== "").join(" ");
}
