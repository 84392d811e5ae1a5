/** Somebody who asks for every address they find, as a browser would and as a browser ahead of its reader would, with their own session. */
import { PASSWORD } from "./fixtures";

export type Answered = { path: string; how: string; status: number; text: string };
export type SentForm = { action: string; fields: [string, string][] };

/** What a browser adds where a page is fetched for a part of it, or before anybody asks. */
export const WAYS: Record<string, Record<string, string>> = {
  page: {},
  part: { rsc: "1", "next-url": "/" },
  ahead: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree", purpose: "prefetch", "sec-purpose": "prefetch" },
};

export class Crawler {
  cookie = "";

  /** `site`: where requests go: the server, or what stands before it; `origin`: what the server calls itself. */
  constructor(
    readonly site: string,
    readonly origin: string,
  ) {}

  async ask(path: string, how = "page"): Promise<Answered> {
    const answer = await fetch(`${this.site}${path}`, { headers: { ...(this.cookie === "" ? {} : { cookie: this.cookie }), ...WAYS[how] }, redirect: "manual" });
    return { path, how, status: answer.status, text: `${JSON.stringify([...answer.headers])} ${await answer.text()}` };
  }

  /** Where it leads, too, is part of the answer. */
  async send(action: string, fields: readonly [string, string][]): Promise<Answered> {
    const headers = { origin: this.origin, ...(this.cookie === "" ? {} : { cookie: this.cookie }) };
    const answer = await fetch(`${this.site}${action}`, { method: "POST", body: new URLSearchParams([...fields]), headers, redirect: "manual" });
    const session = answer.headers.getSetCookie().find((one) => /session=[^;]/.test(one));
    if (this.cookie === "" && session !== undefined) this.cookie = session.split(";")[0] ?? "";
    return { path: action, how: "form", status: answer.status, text: `${JSON.stringify([...answer.headers])} ${await answer.text()}` };
  }

  /** Asks a procedure for something that must be done. */
  async act<Answer = unknown>(procedure: string, input: object): Promise<Answer> {
    const answer = await fetch(`${this.site}/api/trpc/${procedure}`, { method: "POST", body: JSON.stringify(input), headers: { "content-type": "application/json", origin: this.origin, cookie: this.cookie } });
    if (!answer.ok) throw new Error(`${procedure}: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { result: { data: Answer } }).result.data;
  }

  async signUp(name: string): Promise<this> {
    const { status, text } = await this.send("/forms/sign-up", Object.entries({ name, email: `${name.replaceAll(" ", "-")}@example.org`, password: PASSWORD }));
    if (status !== 303 || this.cookie === "") throw new Error(`sign-up: ${status} ${text}`);
    return this;
  }

  async signIn(who: string): Promise<this> {
    const { status, text } = await this.send("/forms/sign-in", Object.entries({ who, password: PASSWORD }));
    if (status !== 303 || this.cookie === "") throw new Error(`sign-in: ${status} ${text}`);
    return this;
  }

  /** Every page that links lead to from these, of those that `isMeant` names; and the forms on them. */
  async crawl(from: readonly string[], isMeant: (path: string) => boolean): Promise<{ pages: Answered[]; forms: SentForm[] }> {
    const [seen, forms] = [new Set(from), new Map<string, SentForm>()];
    const pages: Answered[] = [];
    for (const path of seen) {
      const page = await this.ask(path);
      pages.push(page);
      for (const link of linksIn(page.text)) if (isMeant(link)) seen.add(link);
      for (const form of formsIn(page.text)) forms.set(`${form.action} ${JSON.stringify(form.fields)}`, form);
    }
    return { pages, forms: [...forms.values()] };
  }
}

const plain = (written: string): string => written.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">");

/** Addresses here, without the place on the page. */
function linksIn(html: string): string[] {
  return [...html.matchAll(/\b(?:href|data-href|data-src|src)="(\/[^"#]*)/g)].map(([, path = ""]) => plain(path));
}

function formsIn(html: string): SentForm[] {
  return [...html.matchAll(/<form\b[^>]*\baction="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(([, action = "", inside = ""]) => ({
    action: plain(action),
    fields: [
      ...[...inside.matchAll(/<(?:input|button)\b[^>]*>/g)].flatMap(([tag]): [string, string][] => {
        const [name, value] = [/\bname="([^"]*)"/.exec(tag)?.[1], /\bvalue="([^"]*)"/.exec(tag)?.[1]];
        return name === undefined ? [] : [[plain(name), plain(value ?? "1")]];
      }),
      ...[...inside.matchAll(/<textarea\b[^>]*\bname="([^"]*)"[^>]*>(.*?)<\/textarea>/gs)].map(([, name = "", text = ""]): [string, string] => [plain(name), plain(text)]),
    ],
  }));
}
