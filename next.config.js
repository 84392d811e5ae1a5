/** @type {import("next").NextConfig} */
export default {
  serverExternalPackages: ["better-sqlite3"],
  async rewrites() { return { beforeFiles: [{ source: "/zh/:path*", destination: "/:path*?language=zh" }] }; },
};
