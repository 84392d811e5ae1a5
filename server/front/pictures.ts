/** Pictures, answered here: on the way through Next each would cost as much as a page. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { answerPicture } from "../media/answer";

const PICTURE = /^\/media\/([^/?]+)(?:\?|$)/;

/** The picture a path names; null: it names none. */
export function pictureIn(path: string): string | null {
  return PICTURE.exec(path)?.[1] ?? null;
}

export async function sendPicture(hash: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, headers, bytes } = await answerPicture(hash, request.headers["if-none-match"] ?? null);
  response.writeHead(status, headers);
  response.end(request.method === "HEAD" ? undefined : bytes);
}
