/** Calls of every procedure there is, with inputs made from what each says it takes: what is added later is asked too, by itself. */
import type { z } from "zod";
import { appRouter } from "../router";
import { asks } from "./world";
import type { Reader } from "../../domain/permissions";

type Schema = { def: { type: string; shape?: Record<string, Schema>; innerType?: Schema; element?: Schema; options?: Schema[]; entries?: Record<string, string>; values?: unknown[]; in?: Schema } };
type Procedure = { _def: { type: "query" | "mutation" | "subscription"; inputs: z.ZodType[] } };

/** `known`: values by the name of the field; `usual`: for strings of any other name. */
export type Wished = { known: Readonly<Record<string, unknown>>; usual: string };

function valueFor(schema: Schema, name: string, wished: Wished): unknown {
  if (name in wished.known) return wished.known[name];
  const { type, shape = {}, innerType, element, options, entries = {}, values = [], in: before } = schema.def;
  const inner = innerType ?? before ?? options?.[0];
  switch (type) {
    case "object":
      return Object.fromEntries(Object.entries(shape).map(([field, of]) => [field, valueFor(of, field, wished)]));
    case "array":
      return element ? [valueFor(element, name, wished)] : [];
    case "enum":
      return Object.values(entries)[0];
    case "literal":
      return values[0];
    case "string":
      return wished.usual;
    case "number":
    case "int":
      return 1;
    case "boolean":
      return false;
    default:
      return inner ? valueFor(inner, name, wished) : undefined;
  }
}

/** Paths of all, as "comments.post". */
export function everyProcedure(types: readonly ("query" | "mutation")[]): string[] {
  const all: Record<string, unknown> = appRouter._def.procedures;
  return Object.entries(all).flatMap(([path, procedure]) => (types.some((type) => type === defOf(procedure).type) ? [path] : []));
}

function defOf(procedure: unknown): Procedure["_def"] {
  // tRPC types what a procedure is made of for itself alone; a change of it shows here at once, for every path is then refused.
  return (procedure as Procedure)._def;
}

/** What it answers, or why it refuses, as text: all that travels to who asked. */
export async function answerOf(path: string, reader: Reader | null, wished: Wished, now: Date): Promise<string> {
  const all: Record<string, unknown> = appRouter._def.procedures;
  const [schema] = defOf(all[path]).inputs;
  const cookies: string[] = [];
  const ask = asks(reader, { now: () => now, cookies });
  const call = path.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], ask) as (input: unknown) => Promise<unknown>;
  try {
    return JSON.stringify([await call(schema && valueFor(schema, "", wished)), cookies]);
  } catch (error) {
    return JSON.stringify([error, error instanceof Error ? [error.message, String(error.cause)] : null]);
  }
}
