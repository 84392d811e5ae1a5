/** Taking names out of what was written in a class: those on its list, and of accounts, as they stand. Short forms and nicknames nobody can find by rule. */

const HAN = /\p{Script=Han}/u;
/** "Li" or "王" is a part of too many words: one sign of Chinese, or two of others, stay. */
const LEAST = { han: 2, others: 3 };

function isFound(name: string): boolean {
  return Array.from(name).length >= (HAN.test(name) ? LEAST.han : LEAST.others);
}

function pattern(name: string): string {
  const plain = name.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replace(/\s+/gu, "\\s+");
  // Chinese is written without spaces: what stands beside a name is no part of it.
  return HAN.test(name) ? plain : `(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`;
}

/** `names`: each with what takes its place. The longer ones first, so that "Ada Obi" is not left as "Student 3 Obi". Capitals make no difference. */
export function namesOut(names: readonly (readonly [name: string, instead: string])[]): (text: string) => string {
  const found = names.filter(([name]) => isFound(name)).sort(([one], [other]) => other.length - one.length);
  if (found.length === 0) return (text) => text;
  const key = (name: string): string => name.replace(/\s+/gu, " ").toLowerCase();
  const instead = new Map(found.map(([name, by]) => [key(name), by]));
  const any = new RegExp(found.map(([name]) => pattern(name)).join("|"), "giu");
  return (text) => text.replace(any, (hit) => instead.get(key(hit)) ?? hit);
}
