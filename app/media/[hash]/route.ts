import { answerPicture } from "../../../server/media/answer";

/** A picture of an article. The front answers before; this is for where there is none. */
export async function GET(request: Request, { params }: { params: Promise<{ hash: string }> }): Promise<Response> {
  const { status, headers, bytes } = await answerPicture((await params).hash, request.headers.get("if-none-match"));
  return new Response(bytes, { status, headers });
}
