import { onOneLine } from "./characters";
import { isProse } from "./sentence-like";

/** Longer lines are not looked at: furniture is labels, and the patterns below should never meet a page of text. */
const longestLine = 300;

/** A bar of buttons has at least three; two may be a heading ("Small Print"), unless both are plainly buttons. */
const buttonsOfABar = 3;

const plainButtons =
  "share tweet print email e-mail facebook twitter whatsapp wechat weibo linkedin reddit telegram pinterest teilen drucken merken 分享 打印 微信 微博 分享按钮 收藏";
const otherButtons =
  "mail save pocket instagram comment comments like copy link x large medium small font size text a a+ a- aa menu search home login log sign in subscribe newsletter listen more follow us register rss app kommentare kommentieren suche anmelden 大 中 小 字号 字体 评论 点赞 复制链接 复制 转发 朋友圈 首页 登录 注册 纠错 分享到 分享至 qq空间 qq 微博微信";
const plain = new Set(plainButtons.split(" "));
const buttons = new Set([...plain, ...otherButtons.split(" ")]);

/** Whole lines that are furniture wherever they stand, as they are or before a headline ("Read more: …"). */
const phrases = [
  /^(?:advertisements?|advertising|sponsored|anzeige|werbung|广告|广告位|share|tweet|print|subscribe|teilen|drucken|分享|打印)$/iu,
  /^(?:share|tweet|print|email|save) (?:this|the) (?:article|story|page|post|news)\b.*$/iu,
  /^(?:share|follow us|find us|like us|join us) (?:on|via|at)\b.*$/iu,
  /^(?:read|learn|see|show|load|view) (?:more|all)(?: stories| articles| comments| news)?$/iu,
  /^(?:read more|read also|also read|read next|lesen sie auch|lesen sie mehr|mehr dazu|lire aussi|延伸阅读)\s?[:：].*$/iu,
  /^(?:weiterlesen|mehr lesen|阅读全文|查看更多|点击查看更多|展开全文|加载更多)$/iu,
  /^(?:view|show|add|leave|post|write|hide)? ?(?:a|\d{1,6})? ?comments?(?: ?\(\d{1,6}\))?$/iu,
  /^(?:\d{1,6} ?(?:kommentare?|条评论|人参与|人评论)|评论 ?[（(]?\d{1,6}[）)]?|(?:全部|热门|网友|发表)评论)$/u,
  /^(?:skip to|jump to|zum) (?:main )?(?:content|navigation|inhalt)(?: springen)?$/iu,
  /^(?:back to (?:the )?top|to top|nach oben|zurück nach oben|返回顶部|回到顶部|返回首页)$/iu,
  /^(?:sign up (?:for|to)|subscribe to) (?:our|the|a)\b.*newsletter.*$/iu,
  /^(?:accept|allow|reject|refuse|decline) (?:all )?(?:cookies)?$/iu,
  /^(?:cookie (?:settings|preferences|notice|policy)|manage (?:cookies|preferences)|alle (?:cookies )?akzeptieren)$/iu,
  /^(?:we use cookies|this (?:web)?site uses cookies|diese (?:web)?seite verwendet cookies|本网站使用cookie).*$/iu,
  /^(?:责任编辑|编辑|责编|editor|edited by|web editor)\s?[:：].{1,40}$/iu,
  /^[(（[【](?:责任编辑|编辑|责编)[:：\s].{1,40}[)）\]】]$/u,
  /^(?:扫一扫|扫描二维码|微信扫).{0,30}$/u,
  /^(?:you are here|当前位置|您的位置|您所在的位置)\s?[:：].*$/iu,
];

/** What stands above a list of other pages; alone it is dropped, and with it the list when that ends the paste. */
const related =
  /^(?:related (?:articles?|stories|news|topics?|content|links|posts|reading)|you (?:may|might) also (?:like|be interested in)|recommended(?: for you)?|more from [^.]{1,60}|most (?:read|popular|viewed)|editors?['’]s? picks?|mehr zum thema|das könnte sie auch interessieren|相关(?:阅读|新闻|文章|链接|报道)|推荐阅读|热门推荐|猜你喜欢)\s?[:：…]?$/iu;

const rightsReserved =
  /^(?:(?:copyright|版权所有)\s*(?:©|\(c\)|：|:|\d{4})|©|\(c\)\s*\d{4}|all rights reserved\.?$|alle rechte vorbehalten\.?$|版权所有|京ICP备)/iu;

/** Whether a line is page furniture: buttons, share and cookie bars, comment counts, navigation. Prose never is. */
export function isFurniture(line: string): boolean {
  const text = onOneLine(line);
  if (text === "" || text.length > longestLine || isProse(text)) return false;
  return isButtonBar(text) || isBreadcrumb(text) || phrases.some((phrase) => phrase.test(text.replace(/[\s»›→>…]+$/u, "")));
}

/** Whether a line announces links to other pages: "Related articles". */
export function announcesLinks(line: string): boolean {
  return line.length <= longestLine && related.test(onOneLine(line));
}

/** Whether a line is a page's last, about its owner's rights. These may be whole sentences, so only the end of a paste is asked. */
export function reservesRights(line: string): boolean {
  return rightsReserved.test(onOneLine(line.slice(0, longestLine)));
}

function isButtonBar(text: string): boolean {
  const words = text.toLowerCase().split(/[\s|·•,/:：]+/u).filter((word) => word !== "");
  const named = words.filter((word) => !/^\d+$/.test(word));
  if (words.length < 2 || !named.every((word) => buttons.has(word))) return false;
  return named.length >= buttonsOfABar || (named.length > 0 && named.every((word) => plain.has(word)));
}

/** "Home > Opinion > Letters": steps of a few words, from the first page on or at least three of them. */
function isBreadcrumb(text: string): boolean {
  const steps = text.split(/\s*[>›»→]\s*|\s+\/\s+/u);
  if (steps.length < 2 || steps.some((step) => step === "" || step.length > 40 || /[.!?。！？]/u.test(step))) return false;
  if (/^(?:home|homepage|首页|主页|startseite|accueil|inicio)$/iu.test(steps[0] ?? "")) return true;
  return steps.length > 2 && !/\s\/\s/.test(text) && !/→/u.test(text);
}
