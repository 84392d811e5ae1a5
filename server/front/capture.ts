/** Runs a request handler to its end and keeps what it answered, instead of sending it. */
import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
export type Captured = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

class Recorder extends ServerResponse {
  readonly chunks: Buffer[] = [];
  // The handler asks these before setting late headers, and to tell an end from an abort.
  override headersSent = false;
  override writableEnded = false;
  override writableFinished = false;

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((part) => typeof part === "object" && part !== null);
    for (const [name, value] of Object.entries(headers ?? {})) {
      if (typeof value === "string" || typeof value === "number" || Array.isArray(value)) this.setHeader(name, value);
    }
    this.headersSent = true;
    return this;
  }

  override flushHeaders(): void {
    this.headersSent = true;
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.headersSent = true;
    this.keep(chunk);
    callLast(rest);
    return true;
  }

  override end(...parts: unknown[]): this {
    this.headersSent = true;
    this.keep(parts[0]);
    this.writableEnded = true;
    this.writableFinished = true;
    callLast(parts);
    this.emit("finish");
    this.emit("close");
    return this;
  }

  private keep(chunk: unknown): void {
    if (typeof chunk === "string") this.chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) this.chunks.push(Buffer.from(chunk));
  }
}

function callLast(parts: unknown[]): void {
  const last = parts.at(-1);
  if (typeof last === "function") last();
}

export async function capture(handler: Handler, request: IncomingMessage): Promise<Captured> {
  const recorder = new Recorder(request);
  const finished = new Promise<void>((done) => recorder.once("finish", done));
  await handler(request, recorder);
  await finished;
  return { status: recorder.statusCode, headers: recorder.getHeaders(), body: Buffer.concat(recorder.chunks) };
}
