/** The arrows between the layers, each with its reason, which is printed when one is broken. */
/** @type {(name: string, from: object, to: object, comment: string) => import("dependency-cruiser").IForbiddenRuleType & { name: string }} */
const forbid = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

module.exports = {
  forbidden: [
    forbid("domain-stands-alone", { path: "^domain/", pathNot: "\\.test\\.ts$" }, { path: "^(app|server|db|scripts|e2e|messages)/" }, "The domain imports nothing of ours."),
    forbid("db-knows-only-domain", { path: "^db/" }, { path: "^(app|server|scripts)/" }, "Tables do not know who reads them."),
    forbid("server-never-renders", { path: "^server/" }, { path: "^(app/|node_modules/react)" }, "The server answers; the app renders."),
    forbid("app-asks-the-server", { path: "^app/" }, { path: "^db/" }, "Pages reach data through the router only."),
    forbid("routers-only-route", { path: "^server/[^/]+/router\\.ts$" }, { path: "^(db/|node_modules/drizzle-orm)" }, "A procedure names its input and calls one function."),
    forbid("no-cycles", {}, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }, "A cycle has no first file to read."),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.build|public|data|test-results)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
