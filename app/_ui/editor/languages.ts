/** Languages to choose from: those policy is most written in, by number of readers; any other stays when it was recognised. */
export const LANGUAGES = ["en", "zh", "zh-Hant", "ar", "bn", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko", "nb", "nl", "pl", "pt", "ro", "ru", "sv", "sw", "th", "tr", "uk", "ur", "vi"] as const;
