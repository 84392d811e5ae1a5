/** Procedures, answered here: on the way through Next a request costs more than what it asks for. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { answerProcedure, PROCEDURES_PATH } from "../procedures";
import { acceptsGzip } from "./send";

/** What fits into one packet is not worth packing. */
const PACKET_BYTES = 1_400;
const compress = promisify(gzip);

export function isProcedure({ url = "/", method }: IncomingMessage): boolean {
  return url.startsWith(`${PROCEDURES_PATH}/`) && (method === "GET" || method === "POST");
}

/** `request`: checked already, the client's address in it; `body`: null when there is none. */
export async function sendProcedure(request: IncomingMessage, body: Buffer | null, response: ServerResponse): Promise<void> {
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]]));
  // The address is for its path and query alone; whom it was sent to is for nobody to rely on.
  const answer = await answerProcedure(new Request(`http://localhost${request.url}`, { method: request.method, headers, body: body && new Uint8Array(body) }));
  const plain = Buffer.from(await answer.arrayBuffer());
  const zipped = plain.length > PACKET_BYTES && acceptsGzip(request);
  const bytes = zipped ? await compress(plain) : plain;
  if (zipped) answer.headers.set("content-encoding", "gzip");
  answer.headers.append("vary", "Accept-Encoding");
  answer.headers.set("content-length", String(bytes.length));
  response.writeHead(answer.status, [...answer.headers].flat());
  response.end(bytes);
}
