/** Why a text, a file or a page is no article, in the operator's language; what to do about it. */
import type { PictureFault } from "../../server/importing/pictures";
import type { ReadRefusal } from "../../server/importing/read";

/** What to do with files that hold a text but are none. */
const ADVICE: Record<string, string> = {
  pdf: "Open it, copy its text into a file and import that, or save it as .docx.",
  doc: "Open it and save it as .docx.",
  odt: "Open it and save it as .docx.",
  rtf: "Open it and save it as .docx.",
  epub: "Open it, copy its text into a file and import that.",
  zip: "Unpack it and import what is in it.",
  gzip: "Unpack it and import what is in it.",
};
const MEGABYTE = 1024 * 1024;

export function whyRefused(refusal: ReadRefusal | PictureFault, what: string): string {
  switch (refusal.refused) {
    case "empty":
      return `${what} is empty: there is nothing to import.`;
    case "binary":
      return `${what} is no text${refusal.format ? ` but ${refusal.format}` : ` (byte ${refusal.byte} is a control character)`}. ${ADVICE[refusal.format ?? ""] ?? "Save it as plain text or Markdown first."}`;
    case "not-utf-8":
      return `${what} is not UTF-8: byte ${refusal.byte} cannot be read${refusal.tried ? `; nor does it make words as ${refusal.tried}` : ""}. Save it with the encoding UTF-8 and import it again.`;
    case "too-large":
      return `${what} is larger than ${Math.round(refusal.limit / MEGABYTE)} MB. Import it in parts.`;
    case "no-article":
      return `${what} has a title at most, and no text to comment on.`;
    case "front-matter":
      return `${what}: the front matter cannot be read at line ${refusal.line} (${refusal.reason}).`;
    case "nested-too-deep":
      return `${what}: line ${refusal.line} is nested too deep.`;
    case "too-many-lines":
      return `${what} has more than ${refusal.limit} lines. Import it in parts.`;
    case "too-many-blocks":
      return `${what} has more than ${refusal.limit} paragraphs. Import it in parts.`;
    case "too-large-inside":
      return `${what} holds more than ${refusal.unit === "files" ? `${refusal.limit} files` : `${refusal.limit / MEGABYTE} MB`} when unpacked. Take pictures out of it, or import it in parts.`;
    case "damaged":
      return `${what} is damaged and cannot be unpacked. Open it in the program it was made with, save it again and import that.`;
    case "type":
      return `${what} is ${refusal.type}, no page with an article. Give the address of the page itself.`;
    case "address-unreadable":
      return `${what}: "${refusal.address}" is no address. It begins with http:// or https:// and the name of a site.`;
    case "address-scheme":
      return `${what}: only http and https addresses are fetched, not ${refusal.scheme}. Save the text as a file and import that.`;
    case "address-credentials":
      return `${what}: an address with a name or password in it is not fetched. Save the page as a file and import that.`;
    case "address-port":
      return `${what}: only the ports 80 and 443 are fetched from, not ${refusal.port}.`;
    case "address-unknown":
      return `${what}: no site ${refusal.host} is known. Look at how it is spelt, and whether this machine reaches the network.`;
    case "address-not-public":
      return `${what}: ${refusal.host} is not on the public network, and is not fetched from. Save the page as a file and import that.`;
    case "redirected-too-often":
      return `${what} leads on to another address more than ${refusal.limit} times. Give the last one.`;
    case "answered":
      return `${what}: ${refusal.host} answered ${refusal.status} instead of a page. Open it in a browser, save it as a file and import that.`;
    case "unreachable":
      return `${what}: ${refusal.host} cannot be reached (${refusal.why}). Try again later, or save the page as a file and import that.`;
    case "fetching-too-long":
      return `${what} did not come within ${refusal.seconds} seconds. Try again later, or save the page as a file and import that.`;
    case "packing":
      return `${what} is packed as "${refusal.packing}", which is not unpacked. Save the page as a file and import that.`;
    case "packing-broken":
      return `${what} came as ${refusal.packing}, but broken. Try again later, or save the page as a file and import that.`;
    case "no-picture":
      return `${what} is no picture that browsers show (PNG, JPEG, GIF, WebP, AVIF).`;
    case "too-many-pixels":
      return `${what} has ${refusal.megapixels} megapixels, more than ${refusal.limit}.`;
    case "too-many-pictures":
      return `${what} comes after ${refusal.limit} others; so many are kept.`;
    case "pictures-too-large":
      return `${what} is one too many: an article's pictures take ${refusal.limit / MEGABYTE} MB at most.`;
    case "reading-too-long":
      return `${what} could not be read within ${refusal.seconds} seconds. Import it in parts.`;
    case "reading-too-much":
      return `${what} takes more than ${refusal.megabytes} MB to read. Import it in parts.`;
  }
}
