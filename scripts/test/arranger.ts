/** What the command line makes for errands that are not about it, articles and staff, by one process for the whole run: each call of the command line takes two seconds of a processor. */
import { createServer, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import { z } from "zod";
import { database } from "../../db/client";
import { roles } from "../../domain/permissions";
import { createArticle } from "../../server/articles/mutations";
import { keepDraft } from "../../server/editing/keep";
import { readMaterial } from "../../server/importing/material";
import { createMember } from "../../server/members/new-member";
import { readSettings } from "../../server/settings";

const wish = z.discriminatedUnion("make", [
  z.object({ make: z.literal("article"), markdown: z.string(), draft: z.boolean() }),
  z.object({ make: z.literal("member"), name: z.string(), email: z.string(), password: z.string(), role: z.enum(roles) }),
]);

async function made(wished: z.infer<typeof wish>): Promise<object> {
  const context = { db: database(), now: () => new Date() };
  if (wished.make === "member") return createMember(context, wished);
  const read = await readMaterial({ bytes: Buffer.from(wished.markdown), name: "article.md", type: null, charset: null, address: null });
  if ("refused" in read) throw new Error(`not an article: ${read.refused}`);
  const text = { ...read, pictures: [], missing: [] };
  return wished.draft ? keepDraft(context, text, { slug: null, by: null }) : createArticle(context, text, { slug: null });
}

async function answer(request: IncomingMessage): Promise<{ status: number; body: object }> {
  try {
    return { status: 200, body: await made(wish.parse(await json(request))) };
  } catch (error) {
    return { status: 500, body: { error: error instanceof Error ? error.stack : String(error) } };
  }
}

readSettings(process.env);
const server = createServer((request, response) => {
  void answer(request).then(({ status, body }) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body)));
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "");
});
