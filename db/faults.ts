/** What a driver's error means, said once for both databases. */

/** The database could not take the write in time. Nothing was written; the same may be sent again. */
export class Busy extends Error {
  constructor(cause?: unknown) {
    super("the database is busy", { cause });
    this.name = "Busy";
  }
}

/** A write of a unit found no row where one had to be: somebody was faster. Nothing of the unit was written. */
export class Overtaken extends Error {
  constructor(readonly what: string) {
    super(`overtaken: ${what}`);
    this.name = "Overtaken";
  }
}

function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") codes.push(at.code);
  }
  return codes;
}

export function isBusy(error: unknown): boolean {
  return codesOf(error).some((code) => code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED"));
}

/** Postgres chose this unit to make way for another: a deadlock, or two that cannot be put in order. */
export function mustMakeWay(error: unknown): boolean {
  return codesOf(error).some((code) => code === "40P01" || code === "40001");
}

export function isDuplicate(error: unknown): boolean {
  return codesOf(error).some((code) => code === "23505" || code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY");
}

/** The connection is gone, not the request wrong: Postgres restarts, or the disk is full. */
export function isOutage(error: unknown): boolean {
  return codesOf(error).some(
    (code) => /^(ECONN|EPIPE|ETIMEDOUT|CONNECTION_|CONNECT_TIMEOUT)/.test(code) || /^(57P0|08|53)/.test(code) || /^SQLITE_(FULL|IOERR)/.test(code),
  );
}
