/** Tags that only whole pages begin with. */
const pageTags = /<(?:!doctype\s+html|html|head|body|article|main)(?=[\s>])/i;

/** So far in, in characters, a page has said that it is one; a licence or a note of who saved it may stand above. */
const beginning = 1024;

/** Whether a text is a web page: it begins with a tag, and soon with a page's. Markdown that holds a tag begins with words. */
export function isHtml(text: string): boolean {
  const start = text.slice(0, beginning).trimStart();
  return start.startsWith("<") && pageTags.test(start);
}
