/** A file of the public record, the same for everybody, asked for again each time. */
export function openFile(body: string, type: string, more: Record<string, string> = {}): Response {
  return new Response(body, { headers: { "content-type": type, "cache-control": "no-cache", "x-content-type-options": "nosniff", ...more } });
}
