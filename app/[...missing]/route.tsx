import { noSuch } from "../../server/refusals";
import { ownPage } from "../_asking/pages";

const missing = ownPage(async () => {
  throw noSuch("page");
});

/** Every address that is none. */
export function GET(request: Request): Promise<Response> {
  return missing(request, { params: Promise.resolve({}) });
}
