/**
 * Tells who keeps pages which articles changed, whoever wrote: this process at once; on SQLite another process by
 * `PRAGMA data_version`, asked at every view; on Postgres another instance by NOTIFY, sent with the commit.
 */
import { EventEmitter } from "node:events";
import { opened } from "./client";

/** Null: any page may have changed. */
export type Change = { articleId: string | null };

export const CHANGES_CHANNEL = "paragora";
const EVERYTHING: Change[] = [{ articleId: null }];

declare global {
  var paragoraChanges: EventEmitter | undefined;
}

function emitter(): EventEmitter {
  globalThis.paragoraChanges ??= new EventEmitter();
  return globalThis.paragoraChanges;
}

export function announce(changes: Change[]): void {
  if (changes.length) emitter().emit("changes", changes);
}

/**
 * Calls `listener` for every change from now on. The returned function looks, at the cost of microseconds, whether
 * another process wrote; call it before relying on what was kept.
 */
export async function watchChanges(listener: (changes: Change[]) => void): Promise<() => void> {
  emitter().on("changes", listener);
  const handle = opened();
  if (handle.dialect === "postgresql") {
    // After a reconnection what was sent meanwhile is lost: then everything may have changed.
    await handle.driver.listen(CHANGES_CHANNEL, (payload) => listener(readChanges(payload)), () => listener(EVERYTHING));
    return () => undefined;
  }
  const dataVersion = handle.driver.prepare("pragma data_version").pluck();
  let seen = dataVersion.get();
  return () => {
    const now = dataVersion.get();
    if (now === seen) return;
    seen = now;
    listener(EVERYTHING);
  };
}

function readChanges(payload: string): Change[] {
  const changes: unknown = JSON.parse(payload);
  if (!Array.isArray(changes)) return EVERYTHING;
  return changes.map((change: unknown) => {
    const named = typeof change === "object" && change !== null && "articleId" in change ? change.articleId : null;
    return { articleId: typeof named === "string" ? named : null };
  });
}
