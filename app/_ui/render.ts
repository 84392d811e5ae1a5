import type { ReactElement } from "react";

/** Imported when first needed: Next refuses a static import of it in files it may also build for the browser. */
export async function markupOf(): Promise<(element: ReactElement) => string> {
  const { renderToStaticMarkup } = await import("react-dom/server");
  return renderToStaticMarkup;
}

export async function renderDocument(element: ReactElement): Promise<string> {
  const markup = await markupOf();
  return `<!doctype html>${markup(element)}`;
}

/** A document cut at its `<Slot />`: what comes before is sent at once, the middle as it is made. */
export async function renderAround(element: ReactElement): Promise<{ before: string; after: string }> {
  const [before, after] = (await renderDocument(element)).split(SLOT);
  if (before === undefined || after === undefined) throw new Error("A document sent in pieces needs exactly one slot.");
  return { before, after };
}

/** No text can hold it: `<` in text is always written as an entity. */
export const SLOT = "<wbr data-slot=\"\"/>";
