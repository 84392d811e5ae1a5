import { asset } from "../_ui/assets";
import type { Words } from "../_ui/words";

/** Windows in which each page is shown: both themes at a margin's width, and the narrowest phone. In pixels. */
const WINDOWS = [
  { theme: "light", width: 1120, height: 720 },
  { theme: "dark", width: 1120, height: 720 },
  { theme: "light", width: 320, height: 720 },
  { theme: "dark", width: 320, height: 720 },
] as const;

/** Cards that are lifted or folded are so by the reader's script: an address that names one lifts it. */
const LIFTED: Record<string, string> = { article: "#t-words" };

/** Every page of the gallery in windows of its own, so that each is laid out as on a screen of that width. They are fetched when opened. */
export function Gallery({ words, names }: { words: Words; names: readonly string[] }) {
  return (
    <html lang={words.tag}>
      <head>
        <meta charSet="utf-8" />
        <title>Gallery</title>
        <link rel="stylesheet" href={asset("page.css")} />
      </head>
      <body>
        {names.map((name) => (
          <details key={name}>
            <summary>{name}</summary>
            {WINDOWS.map(({ theme, width, height }) => (
              <iframe key={`${theme}${width}`} title={`${name}, ${theme}, ${width}`} src={`${words.to("/gallery")}?page=${name}&theme=${theme}${LIFTED[name] ?? ""}`} width={width} height={height} loading="lazy" />
            ))}
          </details>
        ))}
      </body>
    </html>
  );
}
