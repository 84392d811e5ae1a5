import NextAuth from "next-auth";
import { authOptions } from "../../../../server/auth-options";

/** Made when asked: the secret is there once the start has found or made it, not while building. */
async function handler(request: Request, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  return NextAuth(authOptions())(request, context);
}

export { handler as GET, handler as POST };
