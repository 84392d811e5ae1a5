/**
 * A real provider of OpenID Connect on loopback, with pages of its own to sign in, for tests of ours against it. Where a
 * real one would not misbehave, what it answers can be changed on the way, and signed again with its own key.
 */
import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Provider, { type Configuration } from "oidc-provider";

export type Account = { subject: string; preferred_username?: string; name?: string; email?: string; email_verified?: boolean };
type Claims = Record<string, unknown>;
type Key = { kid: string; privateKey: KeyObject };
type Client = { id: string; secret: string; callback: string };

export type TestProvider = {
  issuer: string;
  accounts: Map<string, Account>;
  /** Changes an ID token's claims before it is signed and handed out; null: as the provider made it. */
  tamper: ((claims: Claims) => Claims) | null;
  /** Which key signs what is tampered with: the published one, one that never was, or the one before the last rotation. */
  signedBy: "published" | "unknown" | "withdrawn";
  /** Changes the address people are sent back to; null: as it is. */
  misdirect: ((back: URL) => URL) | null;
  /** Milliseconds each answer is held back. */
  delay: number;
  /** From now on tokens are signed with another key, the only one published. */
  rotate: () => void;
  stop: () => Promise<void>;
};

function newKey(): Key {
  return { kid: randomBytes(6).toString("hex"), privateKey: generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey };
}

function signed(claims: Claims, { kid, privateKey }: Key): string {
  const head = [{ alg: "RS256", typ: "JWT", kid }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${head}.${createSign("RSA-SHA256").update(head).sign(privateKey).toString("base64url")}`;
}

function configurationOf(accounts: Map<string, Account>, key: Key, { id, secret, callback }: Client): Configuration {
  return {
    clients: [{ client_id: id, client_secret: secret, redirect_uris: [callback] }],
    jwks: { keys: [{ ...key.privateKey.export({ format: "jwk" }), kid: key.kid, use: "sig", alg: "RS256" }] },
    cookies: { keys: ["a key of the tests"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "preferred_username"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/login/${uid}` },
    pkce: { required: () => true },
    findAccount: (_, subject) => ({ accountId: subject, claims: () => ({ sub: subject, ...withoutSubject(accounts.get(subject)) }) }),
    // Everybody consents to what is asked.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 3600, IdToken: 3600, Session: 3600, Interaction: 3600, Grant: 3600 },
  };
}

function withoutSubject(account: Account | undefined): Claims {
  return Object.fromEntries(Object.entries(account ?? {}).filter(([name]) => name !== "subject"));
}

const PAGE = (uid: string): string =>
  `<!doctype html><html lang="en"><title>School</title><h1>School</h1><form method="post" action="/login/${uid}"><label>Account <input name="account" required></label><button>Sign in</button></form><form method="post" action="/login/${uid}"><button name="cancel" value="1">Cancel</button></form></html>`;

async function fieldsOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/** Whom it does not know yet signs in too, under the name they type. */
async function showLogin(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method !== "POST") return void response.setHeader("content-type", "text/html; charset=utf-8").end(PAGE(uid));
  const fields = await fieldsOf(request);
  const result = fields.has("cancel") ? { error: "access_denied" } : { login: { accountId: fields.get("account") ?? "" } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

/** Lets `change` see the whole body of an answer before it goes out. */
function rewriting(response: ServerResponse, change: (body: string) => string): void {
  const end = response.end.bind(response);
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown): void => void ((typeof chunk === "string" || chunk instanceof Uint8Array) && chunks.push(Buffer.from(chunk)));
  response.write = (chunk: unknown): boolean => (keep(chunk), true);
  response.end = (chunk?: unknown): ServerResponse => {
    keep(chunk);
    const body = change(Buffer.concat(chunks).toString());
    response.setHeader("content-length", Buffer.byteLength(body));
    return end(body);
  };
}

/** `callback`: the one address people may be sent back to. */
export async function startProvider(client: Client, port = 0): Promise<TestProvider> {
  const accounts = new Map<string, Account>();
  let key = newKey();
  let withdrawn = key;
  const server = createServer((request, response) => void setTimeout(() => void answer(request, response), world.delay));
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" && address ? address.port : port}`;
  let provider = new Provider(issuer, configurationOf(accounts, key, client));

  const world: TestProvider = {
    ...{ issuer, accounts, tamper: null, signedBy: "published", misdirect: null, delay: 0 },
    rotate() {
      withdrawn = key;
      key = newKey();
      provider = new Provider(issuer, configurationOf(accounts, key, client));
    },
    stop: () => new Promise((done) => (server.close(() => done()), server.closeAllConnections())),
  };

  function tampered(body: string): string {
    // Whoever waited for it may be gone.
    if (!world.tamper || body === "") return body;
    const answered: unknown = JSON.parse(body);
    if (typeof answered !== "object" || answered === null || !("id_token" in answered)) return body;
    const claims: Claims = JSON.parse(Buffer.from(String(answered.id_token).split(".")[1] ?? "", "base64url").toString());
    const keys = { published: key, unknown: { ...newKey(), kid: key.kid }, withdrawn };
    return JSON.stringify({ ...answered, id_token: signed(world.tamper(claims), keys[world.signedBy]) });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith("/token")) rewriting(response, tampered);
    if (request.url?.startsWith("/login/")) return showLogin(provider, request, response);
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) => setHeader(name, name.toLowerCase() === "location" && world.misdirect && String(value).startsWith(client.callback) ? world.misdirect(new URL(String(value))).href : value);
    await provider.callback()(request, response);
  }
  return world;
}
