/** A page of this site as a document; null when it cannot be had. */
export async function fetchPage(address: string): Promise<{ document: Document; url: string } | null> {
  const answer = await fetch(address, { cache: "no-cache" }).catch(() => null);
  if (!answer?.ok) return null;
  return { document: parse(await answer.text()), url: answer.url };
}

export function parse(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}
