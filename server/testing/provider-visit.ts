/** A browser at the test's provider: keeps cookies, follows redirects there, and fills in its form. */

/** Goes from `address` through the provider's pages; answers where the provider sends the browser back to, not going there. */
export async function visitProvider(address: string, issuer: string, form: Record<string, string>): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = new URL(address);
  let body: URLSearchParams | null = null;
  for (;;) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer: Response = await fetch(at, { method: body ? "POST" : "GET", body, headers: { cookie }, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = answer.headers.get("location");
    if (location === null && body) throw new Error(`the provider stays at ${at.pathname}: ${answer.status} ${await answer.text()}`);
    if (location === null && !answer.ok) throw new Error(`the provider refuses: ${answer.status} ${await answer.text()}`);
    body = location === null ? new URLSearchParams(form) : null;
    if (location === null) continue;
    at = new URL(location, at);
    if (at.origin !== issuer) return at;
  }
}
