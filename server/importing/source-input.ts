import { z } from "zod";

/** What is to be read. Bytes come by a form alone: JSON has none. */
export const source = z.union([z.object({ bytes: z.instanceof(Uint8Array), name: z.string().nullable() }), z.object({ url: z.string() })]);
