import type { ReactNode } from "react";
import type { Role } from "../../domain/permissions";
import { pathIn } from "../../domain/language-paths";
import { asset, assetIfAny } from "./assets";
import { Bar } from "./bar";
import { otherLanguage } from "./paths";
import { themeScript } from "./theme-script";
import { wordsOf, type Words } from "./words";

export type DocumentProps = {
  words: Words;
  title: string;
  /** Without a language: the same page in the other one has the same. */
  path: string;
  /** "https://…", when known: search engines want whole addresses. */
  origin?: string;
  description?: string | null;
  noindex?: boolean;
  /** The page of an article: its ground is divided into page and square. */
  reading?: boolean;
  /** Without a script: nothing on it is pressed. */
  plain?: boolean;
  /** What runs on it: on most pages what readers need. */
  script?: "reader.js" | "editor.js" | "moderation.js";
  /** Asked for again after so many seconds, for who has no script. */
  refresh?: number;
  /** Only on pages that are made for one reader and never stored. */
  reader?: { name: string; role?: Role } | null;
  children: ReactNode;
};

/** A whole page. Public ones are the same bytes for everybody, so nothing here may depend on who asks. */
export function Document(props: DocumentProps) {
  const { words, path, reading = false, plain = false, children } = props;
  const script = plain ? null : assetIfAny(props.script ?? "reader.js");
  return (
    <html lang={words.tag}>
      <Head {...props} />
      <body className={reading ? "reading" : undefined}>
        <a className="skip" href="#main">
          {words.t("bar.skip")}
        </a>
        <Bar words={words} path={path} reader={props.reader ?? null} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer className="foot">
          <p>
            <a href={words.to("/")}>Paragora</a> · {words.t("foot.says")} · <a href={words.to("/keys")}>{words.t("keys.title")}</a> · <a href={words.to("/moderation/log")}>{words.t("foot.log")}</a>
          </p>
        </footer>
        {script !== null && <script type="module" src={script} data-posted={words.t("reader.posted")} data-offline={words.t("reader.offline")} data-home={words.to("/")} />}
      </body>
    </html>
  );
}

function Head({ words, title, path, origin = "", description = null, noindex = false, refresh }: DocumentProps) {
  const other = wordsOf(otherLanguage(words.language));
  const fonts = ["literata.woff2", "schibsted-grotesk.woff2"].map(asset);
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === "Paragora" ? title : `${title} · Paragora`}</title>
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      <link rel="stylesheet" href={asset("page.css")} />
      {fonts.map((href) => (
        <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
      ))}
      {description !== null && <meta name="description" content={description} />}
      {refresh !== undefined && (
        <noscript>
          <meta httpEquiv="refresh" content={String(refresh)} />
        </noscript>
      )}
      {noindex && <meta name="robots" content="noindex" />}
      {!noindex && <link rel="canonical" href={origin + words.to(path)} />}
      {!noindex && <link rel="alternate" hrefLang={words.tag} href={origin + words.to(path)} />}
      {!noindex && <link rel="alternate" hrefLang={other.tag} href={origin + other.to(path)} />}
      {!noindex && <link rel="alternate" hrefLang="x-default" href={origin + pathIn("en", path)} />}
    </head>
  );
}
