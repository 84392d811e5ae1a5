/** Files and standard input, as bytes. */
import { createReadStream } from "node:fs";
import { Complaint } from "./complaint";

/** All of a file, or of standard input for "-"; at most `most` bytes and one, enough to see that there are more. */
export async function bytesOf(source: string, most: number): Promise<Uint8Array> {
  const stream = source === "-" ? process.stdin : createReadStream(source, { end: most });
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      const part = Buffer.from(chunk);
      chunks.push(part);
      bytes += part.length;
      if (bytes > most) break;
    }
  } catch (error) {
    throw new Complaint(`${source} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return Buffer.concat(chunks);
}
