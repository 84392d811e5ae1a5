/** @type {import("next").NextConfig} */
const config = {
  // Native, and opened once a process through globalThis: never bundled.
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "pino", "postgres"],
  // `npm run check` judges types and style; an operator's start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  devIndicators: false,
  // What stands under /a has its hash in its name.
  async headers() {
    return [{ source: "/a/:path*", headers: [{ key: "cache-control", value: "public, max-age=31536000, immutable" }] }];
  },
  // A Chinese page is the same route under /zh; routes see the address that was asked for and take the language from it.
  async rewrites() {
    return { beforeFiles: [{ source: "/zh/:path*", destination: "/:path*" }] };
  },
};

export default config;
