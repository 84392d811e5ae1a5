import type { ReactNode } from "react";
import { Slot } from "../slot";
import type { Words } from "../words";

/** Of files that are opened without this place: no font, picture or script from anywhere. */
const STYLE = `:root{color-scheme:light dark}body{max-width:44em;margin:2em auto;padding:0 1em;font:17px/1.6 Georgia,"Songti SC","Noto Serif CJK SC",serif;overflow-wrap:break-word}
h1,h2,h3,.facts,table,nav{font-family:system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif}h1{font-size:1.6em}h2{font-size:1.2em;margin-top:2em;border-bottom:1px solid}h3{font-size:1em}
.facts{font-size:.8em;opacity:.8}.facts>*+*::before{content:" · "}blockquote{margin:1.2em 0 .4em;padding-left:.8em;border-left:3px solid}.said{margin:.6em 0 .6em 1em}.said .said{margin-left:1em}
.told{padding:.4em .8em;border:1px solid;white-space:pre-wrap}.quiet,.hint{opacity:.75;font-size:.85em}.hash{font-size:.75em;word-break:break-all}table{border-collapse:collapse;font-size:.85em}td,th{border:1px solid;padding:.2em .5em;text-align:start;vertical-align:top}
.plain{white-space:pre-wrap}@media print{body{margin:0}blockquote,.facts{break-after:avoid}}`;

/** A document that stands by itself; what is long goes into its slot. */
export function FileDocument({ words, title, head }: { words: Words; title: string; head: ReactNode }) {
  return (
    <html lang={words.tag}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta httpEquiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {head}
        <Slot />
      </body>
    </html>
  );
}
