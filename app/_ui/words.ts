/** What a page says, in one of the two languages: messages, dates, numbers and addresses. */
import { createFormatter, createTranslator } from "use-intl/core";
import { pathIn } from "../../domain/language-paths";
import type { Language } from "../../domain/reading";
import en from "../../messages/en.json";
import zh from "../../messages/zh.json";

type Messages = typeof en;
const messages: Record<Language, Messages> = { en, zh };

/** British English, for "14 May 2026"; simplified characters. */
const locales: Record<Language, string> = { en: "en-GB", zh: "zh-Hans" };

/** Pages are the same bytes for everybody, so times are told in the one zone that is nobody's. */
const timeZone = "UTC";

function wordsIn(language: Language) {
  const locale = locales[language];
  const translate = createTranslator({ locale, messages: messages[language], timeZone });
  const format = createFormatter({ locale, timeZone });
  return {
    language,
    /** BCP 47, for `lang`. */
    tag: language === "en" ? "en" : "zh-Hans",
    t: translate,
    number: (value: number) => format.number(value),
    /** A moment as a short date: "14 May 2026". */
    day: (moment: string) => format.dateTime(new Date(moment), { day: "numeric", month: "short", year: "numeric" }),
    /** "2026-05" as "May 2026". */
    month: (month: string) => format.dateTime(new Date(`${month}-01T00:00:00.000Z`), { month: "long", year: "numeric" }),
    percent: (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 1 }),
    /** A moment to the minute, where the order of acts matters. */
    minute: (moment: string) =>
      format.dateTime(new Date(moment), { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    /** A moment to the minute as clocks of a zone show it, and which zone that is. */
    inZone: (moment: string, zone: string) =>
      `${format.dateTime(new Date(moment), { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone })} (${zone})`,
    /** The same, short, where the year goes without saying: "Thu 14 May, 16:05". */
    shortIn: (moment: string, zone: string) => format.dateTime(new Date(moment), { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone }),
    /** The date of an article as printed, of no zone; whatever is no date is shown as it stands. */
    printed: (date: string) => {
      const at = new Date(date.includes("T") ? `${date}Z` : date);
      return Number.isNaN(at.getTime()) ? date : format.dateTime(at, { day: "numeric", month: "long", year: "numeric" });
    },
    /** What a BCP 47 tag stands for, "German"; the tag itself where nobody knows. */
    languageName: (tag: string) => new Intl.DisplayNames(locale, { type: "language" }).of(tag) ?? tag,
    list: (items: string[]) => format.list(items, { type: "unit" }),
    to: (path: string) => pathIn(language, path),
  };
}

export type Words = ReturnType<typeof wordsIn>;

/** Made once each: the compiled messages are kept with the translator. */
const ready: Record<Language, Words> = { en: wordsIn("en"), zh: wordsIn("zh") };

export function wordsOf(language: Language): Words {
  return ready[language];
}
