/** The operator's command line: `npm run forum -- <noun> <verb> …`. */
import { parseArgs } from "node:util";
import { closeDatabase } from "../db/client";
import { migrate } from "../db/migrate";
import { BadSetting, readSettings } from "../server/settings";
import { articleImport } from "./forum/article-import";
import { articleRevise } from "./forum/article-revise";
import { logVerify } from "./forum/log-verify";
import { memberCreate } from "./forum/member-create";
import { Complaint } from "./forum/complaint";

const USAGE = `Usage:
  npm run forum -- article import FILE|URL|- [--slug SLUG] [--draft] [--json]
  npm run forum -- article revise SLUG FILE|URL|- [--dry-run] [--why WORDS] [--yes] [--json]
  npm run forum -- member create --name NAME [--email ADDRESS] [--role ROLE] [--password-stdin]
  npm run forum -- log verify`;

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h", default: false },
      slug: { type: "string" },
      draft: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      why: { type: "string" },
      yes: { type: "boolean", default: false },
      name: { type: "string" },
      email: { type: "string" },
      role: { type: "string", default: "member" },
      "password-stdin": { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const [noun, verb, ...rest] = positionals;
  const command = `${noun ?? ""} ${verb ?? ""}`;
  if (command !== "article import" && command !== "article revise" && command !== "member create" && command !== "log verify") throw new Complaint(USAGE);
  readSettings(process.env);
  await migrate();
  if (command === "article import") return articleImport(rest, values);
  if (command === "article revise") return articleRevise(rest, values);
  if (command === "log verify") return logVerify();
  return memberCreate(values);
}

void run()
  .catch((error: unknown) => {
    const known = error instanceof Complaint || error instanceof BadSetting || (error instanceof TypeError && "code" in error);
    process.stderr.write(`${known && error instanceof Error ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    return 1;
  })
  .then(async (status) => {
    await closeDatabase();
    process.exitCode = status;
  });
