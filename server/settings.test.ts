import { expect, test } from "vitest";
import { BadSetting, readSettings } from "./settings";

test.each([
  [{ PORT: "abc" }, /^PORT must be a whole number/],
  [{ DATABASE_URL: "mysql://somewhere" }, /^DATABASE_URL must be/],
  [{ AUTH_SECRET: "short" }, /^AUTH_SECRET must have at least 32/],
  [{ PUBLIC_URL: "ftp://example.org" }, /^PUBLIC_URL must be/],
  [{ PUBLIC_URL: "http://example.org" }, /^PUBLIC_URL is http on another host/],
  [{ TRUSTED_PROXIES: "10.0.0.0/8,nonsense" }, /^TRUSTED_PROXIES: "nonsense"/],
  [{ TRUSTED_PROXIES: "10.0.0.0/99" }, /^TRUSTED_PROXIES: "10.0.0.0\/99"/],
  [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL must be one of debug, info/],
  [{ OIDC_ISSUER: "https://id.example" }, /^OIDC_CLIENT_ID is missing/],
  [{ OIDC_ISSUER: "https://id.example", OIDC_CLIENT_ID: "paragora" }, /^OIDC_CLIENT_SECRET is missing/],
  [{ OIDC_CLIENT_ID: "paragora", OIDC_CLIENT_SECRET: "secret" }, /^OIDC_ISSUER is missing/],
  [{ OIDC_NAME: "School" }, /^OIDC_ISSUER is missing/],
  [{ CHECK_URL: "http://127.0.0.1:4000/check" }, /^CHECK_SECRET is missing/],
  [{ CHECK_SECRET: "a secret of some length" }, /^CHECK_URL is missing/],
  [{ CLASSES_OPENED_BY: "everybody" }, /^CLASSES_OPENED_BY must be one of members, staff, administrators/],
  [{ CHECK_FAILS: "ajar" }, /^CHECK_FAILS must be open or closed/],
  [{ OIDC_ISSUER: "id.example", OIDC_CLIENT_ID: "paragora", OIDC_CLIENT_SECRET: "secret" }, /^OIDC_ISSUER must be an https address/],
  [{ OIDC_ISSUER: "http://id.example", OIDC_CLIENT_ID: "paragora", OIDC_CLIENT_SECRET: "secret" }, /^OIDC_ISSUER is http on another host/],
  [{ OIDC_ISSUER: "https://id.example/?tenant=1", OIDC_CLIENT_ID: "paragora", OIDC_CLIENT_SECRET: "secret" }, /^OIDC_ISSUER must have no query/],
  [{ RATE_SIGN_INS: "0" }, /^RATE_SIGN_INS must be a whole number/],
])("%j is refused in one line that names it", (environment, line) => {
  expect(() => readSettings(environment)).toThrow(BadSetting);
  expect(() => readSettings(environment)).toThrow(line);
});

test("without any setting it runs on this machine, with cookies that are secure", () => {
  expect(readSettings({})).toMatchObject({ port: 3000, postgres: false, secureCookies: true, trustedProxies: [] });
  expect(readSettings({ PUBLIC_URL: "http://example.org", ALLOW_HTTP: "1", PORT: "" })).toMatchObject({ port: 3000, secureCookies: false });
});

test("anybody with an account opens classes, unless it is set otherwise", () => {
  expect(readSettings({}).classesOpenedBy).toBe("members");
  expect(readSettings({ CLASSES_OPENED_BY: "staff" }).classesOpenedBy).toBe("staff");
});

test("a provider is named by its host where no name is set, and may be http on this machine", () => {
  const given = { OIDC_CLIENT_ID: "paragora", OIDC_CLIENT_SECRET: "secret" };
  expect(readSettings({}).oidc).toBeNull();
  expect(readSettings({ ...given, OIDC_ISSUER: "https://id.example/realms/one" }).oidc).toMatchObject({ name: "id.example", clientId: "paragora" });
  expect(readSettings({ ...given, OIDC_ISSUER: "http://127.0.0.1:4000", OIDC_NAME: "School" }).oidc).toMatchObject({ name: "School" });
});
