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
  [{ RATE_SIGN_INS: "0" }, /^RATE_SIGN_INS must be a whole number/],
])("%j is refused in one line that names it", (environment, line) => {
  expect(() => readSettings(environment)).toThrow(BadSetting);
  expect(() => readSettings(environment)).toThrow(line);
});

test("without any setting it runs on this machine, with cookies that are secure", () => {
  expect(readSettings({})).toMatchObject({ port: 3000, postgres: false, secureCookies: true, trustedProxies: [] });
  expect(readSettings({ PUBLIC_URL: "http://example.org", ALLOW_HTTP: "1", PORT: "" })).toMatchObject({ port: 3000, secureCookies: false });
});
