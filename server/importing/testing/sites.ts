/** Real servers on this machine, for what fetches; each counts who connects to it. */
import { createServer, type RequestListener } from "node:http";
import { createServer as createListener, type Server, type Socket } from "node:net";

/** The whole of 127.0.0.0/8 is this machine's: tests call one of it public and all others not. */
export const PUBLIC = "127.0.0.2";

export type Site = { port: number; connections: () => number; close: () => Promise<void> };

/** A web server at `host`; `port` 0: any that is free. */
export function aSite(answer: RequestListener, host = PUBLIC, port = 0): Promise<Site> {
  return listening(createServer(answer), host, port);
}

/** Listens, says nothing, and counts. */
export function aTrap(host: string, port = 0): Promise<Site> {
  return listening(createListener((socket) => socket.destroy()), host, port);
}

async function listening(server: Server, host: string, port: number): Promise<Site> {
  const open = new Set<Socket>();
  let connections = 0;
  server.on("connection", (socket) => {
    connections += 1;
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  await new Promise<void>((done, failed) => server.once("error", failed).listen(port, host, done));
  const taken = server.address();
  const close = async (): Promise<void> => {
    for (const socket of open) socket.destroy();
    await new Promise((done) => server.close(done));
  };
  return { port: typeof taken === "object" && taken ? taken.port : 0, connections: () => connections, close };
}
