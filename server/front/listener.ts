/** The one listener: ready bytes of public pages, procedures, body limits, the client's address; all else goes to Next. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { watchChanges } from "../../db/changes";
import { log, notedPath } from "../log";
import type { Settings } from "../settings";
import { ADDRESS_HEADER } from "./address-header";
import { bodyLimit, readBody, replayed } from "./body-limits";
import { capture, type Handler } from "./capture";
import { clientAddress, proxiesOf } from "./client-address";
import { isOwn } from "./own-posts";
import { pictureIn, sendPicture } from "./pictures";
import { isProcedure, sendProcedure } from "./procedures";
import { isReadable, publicAddress } from "./public-paths";
import { ReadyPages } from "./ready-pages";
import { refuse, sendPage } from "./send";

/** A header must come within this; a client that trickles bytes does not hold a connection for ever. */
const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 60_000;

/**
 * Makes the listener. `next` answers the rest. Pages are kept, and procedures answered here, only where `keep`: while
 * developing Next follows every change of the code.
 */
export async function listener(next: Handler, settings: Settings, { keep }: { keep: boolean }): Promise<Server> {
  const pages = new ReadyPages();
  const lookForChanges = await watchChanges((changes) => pages.drop(changes));
  const proxies = proxiesOf(settings.trustedProxies);
  const origins = ownOrigins(settings);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = "/", method = "GET" } = request;
    if (!isReadable(url)) return refuse(request, response, 400, "This address cannot be read.");
    const reading = method === "GET" || method === "HEAD";
    const picture = reading ? pictureIn(url) : null;
    if (picture !== null) return sendPicture(picture, request, response);
    const address = reading && keep ? publicAddress(url) : null;
    if (address !== null) {
      lookForChanges();
      const page = pages.kept(address) ?? (await pages.page(address, () => capture(next, bare(request, address))));
      return sendPage(request, response, page);
    }
    if (!isOwn(method, request.headers, origins)) return refuse(request, response, 403, "This form was sent from another site. Open the page here and send it again.");
    const body = reading ? null : await readBody(request, bodyLimit(url));
    if (!reading && body === null) return refuse(request, response, 413, `This is more than ${bodyLimit(url) / 1024} kB. Shorten it and send it again.`);
    const again = replayed(request, body);
    delete again.headers["x-forwarded-for"];
    again.headers[ADDRESS_HEADER] = clientAddress(request, proxies);
    if (keep && isProcedure(again)) return sendProcedure(again, body, response);
    await next(again, response);
  }

  const server = createServer({ headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error({ err: error, path: notedPath(request.url ?? "") }, "front failed");
      if (!response.headersSent) refuse(request, response, 500, "Something went wrong here. Try again in a moment.");
      else response.destroy();
    });
  });
  return server;
}

/** A public page is made from its address alone: nothing of the one who happened to ask first is in it. */
function bare(request: IncomingMessage, address: string): IncomingMessage {
  const plain = replayed(request, null);
  plain.method = "GET";
  plain.url = address;
  plain.headers = { host: request.headers.host ?? "localhost" };
  return plain;
}

function ownOrigins({ publicUrl, port }: Settings): ReadonlySet<string> {
  const local = ["localhost", "127.0.0.1", "[::1]"].map((host) => `http://${host}:${publicUrl.port || port}`);
  return new Set([publicUrl.origin, ...(publicUrl.protocol === "http:" ? local : [])]);
}
