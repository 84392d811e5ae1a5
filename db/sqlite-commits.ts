/**
 * Units for SQLite, many to a commit: each is a savepoint of its own, so that one can fail alone, and all that wait
 * share one fsync. Nobody is told "done" before the commit is on the disk.
 */
import type Sqlite from "better-sqlite3";
import type { Writer } from "./client";
import { Busy, isBusy, Overtaken } from "./faults";
import { type MakeWrites, required } from "./writes";

type Handle = { driver: Sqlite.Database; writer: Writer };
type Unit = { make: MakeWrites; since: number; done: () => void; failed: (error: unknown) => void };

/** Units of one commit: more would keep readers waiting while the event loop is held. */
const UNITS_AT_ONCE = 64;
/** How long a unit waits for another process's lock before its sender is asked to come again. */
const PATIENCE_MS = 5_000;
/** Between tries for the lock: a commit of the other process takes one to ten milliseconds. */
const RETRY_MS = { least: 1, most: 10 };

const waiting: Unit[] = [];
let scheduled = false;

export function commitSoon(handle: Handle, make: MakeWrites): Promise<void> {
  return new Promise((done, failed) => {
    waiting.push({ make, since: performance.now(), done, failed });
    schedule(handle, 0);
  });
}

function schedule(handle: Handle, delay: number): void {
  if (scheduled) return;
  scheduled = true;
  const go = (): void => {
    scheduled = false;
    commit(handle);
    if (waiting.length) schedule(handle, RETRY_MS.least + Math.random() * (RETRY_MS.most - RETRY_MS.least));
  };
  if (delay) setTimeout(go, delay);
  else setImmediate(go);
}

function commit({ driver, writer }: Handle): void {
  try {
    driver.exec("begin immediate");
  } catch (error) {
    return isBusy(error) ? giveUpOnTheImpatient(error) : failAll(waiting.splice(0), error);
  }
  const units = waiting.splice(0, UNITS_AT_ONCE);
  const outcomes = units.map((unit) => attempt(driver, writer, unit));
  try {
    driver.exec("commit");
  } catch (error) {
    if (driver.inTransaction) driver.exec("rollback");
    return failAll(units, error);
  }
  units.forEach((unit, place) => {
    const error = outcomes[place];
    if (error === null) unit.done();
    else unit.failed(error);
  });
}

/** Null, or why the unit was undone. */
function attempt(driver: Sqlite.Database, writer: Writer, unit: Unit): unknown {
  driver.exec("savepoint unit");
  try {
    for (const write of unit.make(writer)) {
      const { statement, rows, what } = required(write);
      const { sql, params } = statement.toSQL();
      const { changes } = driver.prepare(sql).run(...params);
      if (rows !== null && changes !== rows) throw new Overtaken(what);
    }
    driver.exec("release unit");
    return null;
  } catch (error) {
    driver.exec("rollback to unit; release unit");
    return error;
  }
}

function giveUpOnTheImpatient(error: unknown): void {
  const now = performance.now();
  const patient = waiting.filter((unit) => now - unit.since < PATIENCE_MS);
  const impatient = waiting.filter((unit) => now - unit.since >= PATIENCE_MS);
  waiting.splice(0, waiting.length, ...patient);
  failAll(impatient, new Busy(error));
}

function failAll(units: Unit[], error: unknown): void {
  for (const unit of units) unit.failed(error);
}
