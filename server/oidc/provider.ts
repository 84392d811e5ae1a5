/**
 * The provider: where people are sent, and what its answer proves. Every check of the answer (state, nonce, PKCE, issuer,
 * audience, times, signature) is openid-client's.
 */
import * as client from "openid-client";
import { noSuch } from "../refusals";
import { type OidcSettings, settings } from "../settings";
import { failureOf } from "./failure";
import type { Transaction } from "./sealed-cookie";

/** For all that is asked of the provider in one step: somebody waits before a white page. */
const PATIENCE_MS = 10_000;

/** Endpoints move once in years; after a failure they are looked up anew at once. */
const METADATA_KEPT_MS = 60 * 60 * 1000;

/** What is said of a person at sign-up, as the provider has it; each may be missing or wrong. */
export type Profile = { names: string[]; email: string | null; isVerified: boolean };

/** Whom the provider vouched for. Only the pair says who it is: an address can change hands. */
export type Vouched = { issuer: string; subject: string; profile: () => Promise<Profile> };

/** @throws Refusal where no provider is set */
export function offered(): OidcSettings {
  const { oidc } = settings();
  if (!oidc) throw noSuch("page");
  return oidc;
}

export function callbackUrl(): URL {
  return new URL("/api/auth/callback/oidc", settings().publicUrl.origin);
}

let known: { clientOf: string; metadata: client.ServerMetadata; at: number } | null = null;

const clientOf = ({ issuer, clientId }: OidcSettings): string => `${clientId} ${issuer.href}`;

async function metadataOf(oidc: OidcSettings, options: client.DiscoveryRequestOptions): Promise<client.ServerMetadata> {
  if (known?.clientOf === clientOf(oidc) && Date.now() - known.at < METADATA_KEPT_MS) return known.metadata;
  const found = await client.discovery(oidc.issuer, oidc.clientId, undefined, client.None(), options);
  known = { clientOf: clientOf(oidc), metadata: { ...found.serverMetadata() }, at: Date.now() };
  return known.metadata;
}

/** RFC 6749, 2.3.1, and OpenID Connect Discovery, 3: the header is what all take who do not say otherwise. */
function authenticationBy({ clientSecret }: OidcSettings, metadata: client.ServerMetadata): client.ClientAuth {
  const methods = metadata.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  return methods.includes("client_secret_basic") ? client.ClientSecretBasic(clientSecret) : client.ClientSecretPost(clientSecret);
}

/** For one step: its keys are fetched afresh, so that a key the provider changed a moment ago is known, and one it withdrew is not. */
async function configurationOf(oidc: OidcSettings): Promise<client.Configuration> {
  const tooLate = AbortSignal.timeout(PATIENCE_MS);
  // Forms are all that is ever sent.
  const patient: client.CustomFetch = (url, { method, headers, body, redirect }) => fetch(url, { method, headers, body: body instanceof URLSearchParams ? body : null, redirect, signal: tooLate });
  const insecure = oidc.issuer.protocol === "http:";
  const metadata = await metadataOf(oidc, { [client.customFetch]: patient, execute: insecure ? [client.allowInsecureRequests] : [] });
  const configuration = new client.Configuration(metadata, oidc.clientId, undefined, authenticationBy(oidc, metadata));
  configuration[client.customFetch] = patient;
  // Without it openid-client takes a token that came over TLS for signed; here it may come over a loopback or a proxy.
  client.enableNonRepudiationChecks(configuration);
  if (insecure) client.allowInsecureRequests(configuration);
  return configuration;
}

/** Does it; whatever goes wrong is noted, the metadata forgotten, and the person told what they can do. @throws Refusal */
async function asking<Answer>(oidc: OidcSettings, ask: (configuration: client.Configuration) => Promise<Answer>): Promise<Answer> {
  try {
    return await ask(await configurationOf(oidc));
  } catch (error) {
    known = null;
    throw failureOf(error, oidc.name);
  }
}

/** The address at the provider where the person signs in; `afresh`: even when they are signed in there already. */
export function addressToSignIn(oidc: OidcSettings, { state, nonce, verifier, language }: Transaction, afresh: boolean): Promise<string> {
  return asking(oidc, async (configuration) => {
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: callbackUrl().href,
      scope: "openid email profile",
      ui_locales: language === "zh" ? "zh-CN zh" : "en",
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      ...{ state, nonce, ...(afresh && { prompt: "login" }) },
    });
    return url.href;
  });
}

/** Redeems an answer. @throws Refusal where it proves nothing */
export function vouchedFor(oidc: OidcSettings, answer: string, { state, nonce, verifier }: Transaction): Promise<Vouched> {
  return asking(oidc, async (configuration) => {
    const url = callbackUrl();
    url.search = answer;
    const tokens = await client.authorizationCodeGrant(configuration, url, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
    const claims = tokens.claims();
    if (!claims) throw new Error("no ID token");
    const { iss: issuer, sub: subject } = claims;
    const asked = async () => ({ ...claims, ...(configuration.serverMetadata().userinfo_endpoint && (await client.fetchUserInfo(configuration, tokens.access_token, subject))) });
    return { issuer, subject, profile: () => asking(oidc, async () => profileIn(await asked())) };
  });
}

function profileIn(claims: Record<string, unknown>): Profile {
  const text = (value: unknown): string[] => (typeof value === "string" && value !== "" ? [value] : []);
  const names = [claims.preferred_username, claims.nickname, claims.name, claims.given_name].flatMap(text);
  return { names, email: text(claims.email)[0] ?? null, isVerified: claims.email_verified === true };
}
