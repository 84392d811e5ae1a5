import { attributeOf, elementsIn, isElement, namesOf, without } from "./html-elements";
import type { PageElement } from "./html-tree";

/** What a browser shows no words of, or what is for typing and playing. Frames hold other pages. */
const neverRead = new Set(
  "script style template noscript head title meta link base svg canvas iframe frame frameset object embed applet audio video map area input select option textarea datalist progress meter noembed noframes rtc annotation annotation-xml amp-ad amp-analytics amp-social-share amp-sidebar amp-consent amp-iframe amp-user-notification".split(" "),
);

/** Words for screen readers only, by the names common style sheets give them. */
const readAloudOnly = /^(?:visually-?hidden|sr-only|screen-reader-text|screenreader|u-visually-hidden|is-visually-hidden|hidden-visually|a11y-hidden|assistive-text|offscreen|off-screen)$/i;

/** Takes out of the page what a reader does not see. Lazy pictures get their address from the copy for browsers without scripts. */
export function leaveVisible(page: PageElement): void {
  for (const image of elementsIn(page, ({ tag }) => tag === "noscript")) rescuePicture(image);
  without(page, (element) => neverRead.has(element.tag) || isHidden(element));
}

function isHidden(element: PageElement): boolean {
  const { attributes } = element;
  // A formula shown as a picture has its signs beside it, for those who cannot see: they are its words.
  if (namesOf(element).includes("mathml")) return false;
  const hidden = attributes.get("hidden");
  if (hidden !== undefined && hidden !== "until-found") return true;
  if (attributes.get("aria-hidden") === "true" && element.tag !== "img") return true;
  if (/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributeOf(element, "style"))) return true;
  return attributeOf(element, "class").split(/\s+/).some((name) => readAloudOnly.test(name));
}

/** A picture only browsers without scripts would show stands beside, or for, one that a script fills in. */
function rescuePicture(noscript: PageElement): void {
  const [picture, ...others] = elementsIn(noscript, ({ tag }) => tag === "img");
  const { parent } = noscript;
  if (!picture || others.length > 0 || !parent) return;
  const siblings = elementsIn(parent, ({ tag }) => tag === "img").filter((image) => image !== picture);
  if (siblings.length > 0) return;
  parent.children = parent.children.map((child) => (isElement(child) && child === noscript ? picture : child));
  picture.parent = parent;
}
