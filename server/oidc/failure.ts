/** What went wrong between us and the provider, as far as it helps the person. */
import { AuthorizationResponseError, ResponseBodyError } from "openid-client";
import { log } from "../log";
import { oidcRefused, Refusal, type OidcFault } from "../refusals";

/** The provider's own word that it cannot just now (RFC 6749, 4.1.2.1). */
const UNWELL = new Set(["server_error", "temporarily_unavailable"]);

/** openid-client's codes for an answer that is none, or does not come. */
const SILENT = new Set(["OAUTH_TIMEOUT", "OAUTH_ABORT", "OAUTH_RESPONSE_IS_NOT_CONFORM", "OAUTH_RESPONSE_IS_NOT_JSON"]);

function faultOf(error: unknown): OidcFault {
  if (error instanceof AuthorizationResponseError) {
    if (error.error === "access_denied") return "cancelled";
    return UNWELL.has(error.error) ? "unreachable" : "failed";
  }
  // A code that was redeemed before, or too late, or by another than it was given to.
  if (error instanceof ResponseBodyError) return error.error === "invalid_grant" ? "expired" : "failed";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "OAUTH_JWT_TIMESTAMP_CHECK_FAILED") return "clock";
  // Node's fetch says no more than this when there is no connection.
  const isCutOff = error instanceof TypeError && error.message === "fetch failed";
  return SILENT.has(code) || isCutOff ? "unreachable" : "failed";
}

/** The refusal to tell the person; what the operator must know is in the log, without any token. */
export function failureOf(error: unknown, provider: string): Refusal {
  if (error instanceof Refusal) return error;
  const fault = faultOf(error);
  if (fault !== "cancelled") log.warn({ fault, err: error, said: error instanceof ResponseBodyError ? error.error : undefined }, "signing in by the provider failed");
  // Not as the refusal's cause: a provider that cannot be reached is no database that cannot.
  return oidcRefused(fault, provider);
}
