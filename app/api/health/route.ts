import { answersNow } from "../../../server/health";

/** For load balancers and monitors: 200 when a question to the database is answered, 503 when not. */
export async function GET(): Promise<Response> {
  const healthy = await answersNow();
  return Response.json({ status: healthy ? "ok" : "database out of reach" }, { status: healthy ? 200 : 503, headers: { "cache-control": "no-store" } });
}
