/** A database of its own on a Postgres server. */
import { randomBytes } from "node:crypto";
import postgres from "postgres";

/** `server`: its address without a database. Returns the address of the new one, whose name begins with `word`. */
export async function newDatabase(server: string, word: string): Promise<string> {
  const sql = postgres(`${server}/postgres`, { max: 1 });
  const name = `${word}_${randomBytes(4).toString("hex")}`;
  await sql.unsafe(`create database ${name}`);
  await sql.end();
  return `${server}/${name}`;
}
