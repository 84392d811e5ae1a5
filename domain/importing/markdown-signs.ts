/** What people write only when they write Markdown. A bullet or a line of dashes is found in any text, and no sign. */
const signs: RegExp[] = [
  /^---[ \t]*\n[\s\S]{0,20000}?^[\p{L}_]+[ \t]*:[\s\S]{0,20000}?^---[ \t]*$/mu,
  /^ {0,3}#{1,6}[ \t]+\S/m,
  /^ {0,3}(?:```|~~~)/m,
  /\[[^\]\n]{1,200}\]\((?:https?:|mailto:|#|\/|\.)[^)\n]{0,500}\)/,
  /^!\[[^\]\n]{0,200}\]\(/m,
  /(?:^|\s)\*\*\S[^*\n]{0,200}\*\*/m,
  /^\[\^[^\]\s]{1,100}\]:[ \t]/m,
  /^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t|:-]*$/m,
  /^\S.*\n={3,}[ \t]*$/m,
];

/** Whether a text is plainly Markdown; what is not is read as pasted. */
export function isMarkdown(text: string): boolean {
  const [frontMatter, ...others] = signs;
  return (text.startsWith("---") && (frontMatter?.test(text) ?? false)) || others.some((sign) => sign.test(text));
}
