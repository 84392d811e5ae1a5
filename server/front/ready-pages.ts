/**
 * Public pages as ready, compressed bytes. What a page depends on it says itself, in the header `x-paragora-articles`;
 * a page that says nothing is never kept. A change of an article drops its pages before the change is acknowledged.
 */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import type { Change } from "../../db/changes";
import type { Captured } from "./capture";

/** Kept packed alone, a tenth of its bytes: all browsers take it so, and for the rest it is unpacked. */
export type ReadyPage = { status: number; headers: Record<string, string>; etag: string; zipped: Buffer; until: number };

/** Ids of the articles a page shows, parted by commas; `*` for a page that shows whichever there are. */
export const DEPENDS_HEADER = "x-paragora-articles";

/** Until when what a page says is true by itself, ISO 8601: a discussion opens or closes then. */
const UNTIL_HEADER = "x-paragora-until";

/** Packed: some 1,500 pages of 20 kB, a ninth of the memory the process is to take; what is asked for seldom makes room. */
const KEPT_BYTES = 32 * 1024 * 1024;
/** Packed: larger pages (`/all` of ten thousand comments) are made anew each time rather than push out fifty others. */
const LARGEST_KEPT = 1024 * 1024;
/** What a kept page takes beside its bytes: address, headers, its place among the pages of its articles. */
const BESIDE = 1_000;
/** Better than the default 6 by little and slower by much beyond it; 5 saves a quarter of the time for 1 % of size. */
const GZIP_LEVEL = 5;

const compress = promisify(gzip);
const unpack = promisify(gunzip);

export function plainOf({ zipped }: ReadyPage): Promise<Buffer> {
  return unpack(zipped);
}

export class ReadyPages {
  private readonly pages = new LRUCache<string, ReadyPage>({ maxSize: KEPT_BYTES, sizeCalculation: ({ zipped }) => zipped.length + BESIDE });
  private readonly making = new Map<string, { since: number; page: Promise<ReadyPage> }>();
  private readonly pathsOf = new Map<string, Set<string>>();
  private readonly changedAt = new Map<string, number>();
  private clock = 0;
  private everythingChangedAt = 0;

  drop(changes: readonly Change[]): void {
    this.clock += 1;
    for (const { articleId } of changes) {
      if (articleId === null) {
        this.everythingChangedAt = this.clock;
        this.pages.clear();
        this.pathsOf.clear();
        this.changedAt.clear();
        continue;
      }
      for (const tag of [articleId, "*"]) {
        this.changedAt.set(tag, this.clock);
        for (const key of this.pathsOf.get(tag) ?? []) this.pages.delete(key);
        this.pathsOf.delete(tag);
      }
    }
  }

  /** `now`: what is true no longer is not kept. */
  kept(key: string, now = Date.now()): ReadyPage | undefined {
    const page = this.pages.get(key);
    if (!page || now < page.until) return page;
    this.pages.delete(key);
    return undefined;
  }

  /**
   * The page under `key`: kept, being made, or made now. Whoever asks after a change never gets what began before it; while
   * that is made they wait, and share the next: under many changes a page is made once at a time, not once a change.
   */
  async page(key: string, make: () => Promise<Captured>): Promise<ReadyPage> {
    const asked = this.clock;
    for (;;) {
      const known = this.kept(key);
      if (known) return known;
      const under = this.making.get(key) ?? this.begin(key, make);
      if (under.since >= asked) return under.page;
      // Its failure is told to those it is made for.
      await under.page.catch(() => undefined);
    }
  }

  private begin(key: string, make: () => Promise<Captured>): { since: number; page: Promise<ReadyPage> } {
    const since = this.clock;
    const page = this.make(key, since, make).finally(() => this.making.delete(key));
    const entry = { since, page };
    this.making.set(key, entry);
    return entry;
  }

  private async make(key: string, since: number, make: () => Promise<Captured>): Promise<ReadyPage> {
    const { status, headers, body } = await make();
    const articles = typeof headers[DEPENDS_HEADER] === "string" ? headers[DEPENDS_HEADER].split(",").filter(Boolean) : [];
    const zipped = await compress(body, { level: GZIP_LEVEL });
    const page = { status, headers: headersToSend(headers), etag: etagOf(body), zipped, until: typeof headers[UNTIL_HEADER] === "string" ? Date.parse(headers[UNTIL_HEADER]) : Infinity };
    const fresh = since >= this.everythingChangedAt && articles.every((id) => (this.changedAt.get(id) ?? 0) <= since);
    if (articles.length && status === 200 && fresh && zipped.length <= LARGEST_KEPT) {
      this.pages.set(key, page);
      for (const id of articles) {
        const paths = this.pathsOf.get(id) ?? new Set<string>();
        this.pathsOf.set(id, paths.add(key));
      }
    }
    return page;
  }
}

function etagOf(body: Buffer): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}

/** What the page's maker set, without what belongs to one answer or is ours to say. */
function headersToSend(headers: Captured["headers"]): Record<string, string> {
  const own = new Set([DEPENDS_HEADER, UNTIL_HEADER, "content-length", "content-encoding", "transfer-encoding", "connection", "vary", "etag", "date", "keep-alive", "set-cookie"]);
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (own.has(name) || value === undefined ? [] : [[name, String(value)]])));
}
