/** A whole name in two parts, for programs that want two columns. By guess, and only for the eye: none of them finds anybody by it. */

/** Families of two signs; all others have one. */
const TWO_SIGNS = ["欧阳", "司马", "上官", "诸葛", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "端木", "南宫", "独孤", "歐陽", "諸葛", "東方"];
const HAN = /^\p{sc=Han}{2,4}$/u;

/** "Lindholm, Amara" as it says; "李明" with the family first; else the last word is the family's. */
export function namePartsOf(name: string): { given: string; family: string } {
  const [family, given] = name.split(/,\s*(.*)/s);
  if (given !== undefined && family !== undefined) return { given: given.trim(), family: family.trim() };
  if (HAN.test(name)) {
    const length = TWO_SIGNS.some((two) => name.startsWith(two)) ? 2 : 1;
    return { given: name.slice(length), family: name.slice(0, length) };
  }
  const words = name.trim().split(/\s+/);
  return { given: words.slice(0, -1).join(" "), family: words.at(-1) ?? "" };
}
