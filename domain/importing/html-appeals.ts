import { datesIn } from "./html-dates";

/** More ways than a paste's to announce links to other pages, alone on a line or before a headline. */
const announcements =
  /^(?:(?:à )?lire aussi|voir aussi|lesen sie (?:auch|hier)|mehr zum thema|weitere (?:informationen|themen|artikel)|auch interessant|(?:read|see) also|related (?:topics?|coverage|stories)|more (?:on this|like this|stories)|most (?:read|popular|viewed|shared)|top stories|latest news|passend zum artikel|para saber más|leer también|lea también|leggi anche|czytaj (?:także|więcej)|lees ook|les også|läs (?:också|mer)|leia também|延伸阅读|相关推荐|更多(?:内容|新闻)|阅读下一篇)\s*[:：]?(?:\s.{0,120})?$/iu;

/** What asks a reader to pay, sign in or subscribe. The text of an article may say so, too, but at more length. */
const appeals =
  /^(?:get in touch with our|for more (?:stories|news) like this|do you have a story|like this story\?|follow \p{L}+ on (?:twitter|facebook|google|x|instagram)\b|have a tip\?|subscribe (?:to|now|for)|sign up (?:for|to|now)|sign in (?:to|or)|log ?in (?:to|or)|register (?:to|for|now)|create (?:an|your) (?:free )?account|already (?:a|have) .{0,20}(?:subscriber|account|member)|get (?:the |our )?(?:latest|best|daily|weekly)\b.*(?:inbox|phone|e-?mail|newsletter)|(?:this|the) (?:content|article) is (?:reserved|only available|for)\b.*(?:subscriber|member)|jetzt (?:abonnieren|testen|registrieren|anmelden|mitglied)|sie können sich jederzeit wieder abmelden|jeden \p{L}+ .* (?:postfach|newsletter)|hier (?:zum|den) newsletter|il vous reste \d.*à lire|cet article est réservé|la suite est réservée|abonnez-vous|inscrivez-vous|suscríbete|regístrate|この記事は会員限定|会员专享|登录后)/iu;
const longestAppeal = 260;

/** Whether a line announces links to other articles: "Lire aussi : Bois-énergie". */
export const announcesMore = (text: string): boolean => announcements.test(text);

/** Whether a line asks the reader to subscribe, register or sign in. */
export const asksReaders = (text: string): boolean => text.length <= longestAppeal && appeals.test(text);

/** What may stand beside a time without making the line more than one. */
const aroundTimes = /\b(?:\d{1,4}|hours?|minutes?|mins?|days?|weeks?|ago|vor|stunden?|minuten|tagen|duration|dauer|uhr|lesezeit|read(?:ing)?|time|am|pm|updated|published|gestern|heute|today|yesterday)\b|小时前|分钟前|天前|[\d:.,\-/|·•\s]/giu;

/** "14 hours ago", "23. 12. 2024 13:31", "1:30": when something else was printed, or how long it runs. Chinese texts are signed with a date. */
export function isMoment(text: string): boolean {
  if (text.length > 40 || !/\d/.test(text)) return false;
  const rest = text.replace(aroundTimes, "");
  return rest === "" || (datesIn(text).length > 0 && rest.length <= 10 && !/\p{Script=Han}/u.test(text));
}
