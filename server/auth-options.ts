/** next-auth's own endpoints (`/api/auth`), over the same accounts and sessions as our forms. */
import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { contextOf } from "./context";
import { callerOf } from "./router";
import { authSecret, readerOfSession, sessionCookie, sessionNamedIn } from "./session";
import { database } from "../db/client";

export function authOptions(): AuthOptions {
  const { name, secure } = sessionCookie();
  return {
    secret: authSecret(),
    session: { strategy: "jwt" },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: { name, options: { path: "/", httpOnly: true, sameSite: "lax", secure } } },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials, request) {
          const context = await contextOf(new Headers(Object.entries(request.headers ?? {}).map(([key, value]): [string, string] => [key, String(value)])));
          // Refusals (wrong password, too many tries) reach next-auth as "no user"; its own page says so.
          const signedIn = await callerOf(context).members.signIn({ who: credentials?.email ?? "", password: credentials?.password ?? "" }).catch(() => null);
          const session = signedIn && (await sessionNamedIn(context.cookies));
          return session ? { id: session } : null;
        },
      }),
    ],
    callbacks: {
      // What `authorize` found is the session's id; the token names it just as our own does.
      jwt: ({ token, user }) => (user ? { sub: token.sub, session: user.id } : token),
      async session({ session, token }) {
        const found = typeof token.session === "string" ? await readerOfSession(database(), token.session) : null;
        return { expires: session.expires, ...(found ? { user: { name: found.reader.name } } : {}) };
      },
    },
  };
}
