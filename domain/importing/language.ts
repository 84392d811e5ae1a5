import { franc } from "franc-min";

/** Trigrams need some lines to tell languages apart, and more than this tell no better. */
const sampleLength = 4000;

/** With fewer Latin letters franc guesses wildly ("Hello world" is Dutch to it); English is then the likeliest here. */
const fewestLatinLetters = 60;

/** From this length on franc tells rare languages from common ones; below it only the common are asked for. */
const longEnough = 400;
const common = ["eng", "deu", "fra", "spa", "ita", "por", "nld", "pol", "swe", "rus", "ukr", "tur", "vie", "ind", "cmn", "jpn", "kor", "arb", "hin"];

/** BCP 47 for franc's ISO 639-3, where a two-letter code exists; others are BCP 47 as they are. */
const shortCodes: Record<string, string> = {
  eng: "en", cmn: "zh", deu: "de", fra: "fr", spa: "es", ita: "it", por: "pt", nld: "nl", rus: "ru", ukr: "uk", pol: "pl",
  swe: "sv", jpn: "ja", kor: "ko", arb: "ar", hin: "hi", tur: "tr", vie: "vi", ind: "id", ces: "cs", hun: "hu", ron: "ro",
  ell: "el", bul: "bg", srp: "sr", hrv: "hr", bos: "bs", pes: "fa", urd: "ur", ben: "bn", tam: "ta", tel: "te", tha: "th",
  heb: "he", dan: "da", nob: "nb", fin: "fi", bel: "be", kaz: "kk", swh: "sw", zlm: "ms", tgl: "tl", mar: "mr", guj: "gu",
  pan: "pa", mal: "ml", kan: "kn", mya: "my", khm: "km", amh: "am", npi: "ne", sin: "si", kat: "ka", hye: "hy", jav: "jv",
  sun: "su", uzn: "uz", azj: "az", hau: "ha", yor: "yo", ibo: "ig", zul: "zu", som: "so", lin: "ln", kin: "rw", nya: "ny",
};

/** The language of a text as a BCP 47 tag, guessed by its script and trigrams (franc); "und" when nothing tells. */
export function guessedLanguage(text: string): string {
  const sample = text.slice(0, sampleLength);
  const latin = sample.match(/\p{sc=Latin}/gu)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (latin > letters / 2 && latin < fewestLatinLetters) return "en";
  const code = franc(sample, { minLength: 1, ...(sample.length < longEnough ? { only: common } : {}) });
  return shortCodes[code] ?? code;
}

/** A language as front matter names it, as a BCP 47 tag, "zh" for Chinese in simplified script; null when it is none. */
export function toldLanguage(told: string): string | null {
  try {
    const tag = new Intl.Locale(told.replaceAll("_", "-"));
    const { language, script } = tag.maximize();
    if (language.length > 3) return null;
    return language === "zh" && script === "Hans" ? "zh" : tag.baseName;
  } catch {
    // Intl throws on what is no tag ("in Chinese"); the text itself is asked then.
    return null;
  }
}
