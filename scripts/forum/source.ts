/** What the operator names to be read: an address, a file, or "-" for standard input. */
import path from "node:path";
import { FILE_BYTES } from "../../server/importing/material";
import type { Source } from "../../server/importing/read";
import { bytesOf } from "./input";

/** One byte beyond the importer's limit is enough for it to refuse. */
const READ_AT_MOST = FILE_BYTES + 1;

/** With any scheme: one that is not fetched is refused by its name, not looked for among the files. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

export async function sourceOf(source: string): Promise<Source> {
  if (ADDRESS.test(source)) return { url: source };
  if (source === "-") return { bytes: await bytesOf("-", READ_AT_MOST), name: null };
  // npm runs scripts in the project's folder; the file is named from where the operator stands.
  return { bytes: await bytesOf(path.resolve(process.env.INIT_CWD ?? "", source), READ_AT_MOST), name: source };
}
