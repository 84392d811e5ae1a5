import tseslint from "typescript-eslint";

const restricted = (selector, message) => ({ selector, message });

const transactions = restricted("CallExpression[callee.property.name='transaction']", "Write through writeTogether: interactive transactions do not exist on both databases.");
const silences = restricted("CatchClause > BlockStatement[body.length=0]", "A swallowed error is found by nobody. Say why nothing is to be done, or do it.");
const doubleCasts = restricted("TSAsExpression > TSAsExpression", "A cast through unknown hides a lie. Only db/columns.ts and db/client.ts may, with a reason.");
const barrels = restricted("ExportAllDeclaration", "Barrels make every file know every other. Import from where it is.");
const effects = restricted("CallExpression[callee.name='useEffect']", "Data is loaded by the server, not by effects.");
const onlyTests = restricted("CallExpression[callee.type='MemberExpression'][callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(only|skip|todo)$/]", "No test runs alone or sleeps.");
const clock = restricted("NewExpression[callee.name='Date'][arguments.length=0]", "The domain has no clock: pass the moment in.");
const chance = restricted("MemberExpression[object.name=/^(Math|Date|crypto)$/][property.name=/^(random|now|randomUUID|getRandomValues)$/]", "The domain has no clock and no chance: pass values in.");
const dialect = restricted("Identifier[name='dialect']", "Only db/ knows which database it is.");
const moderators = restricted("Property[value.callee.object.callee.property.name='input'][value.callee.object.callee.object.name!='moderator'][value.callee.property.name=/^(query|mutation)$/]", "Every procedure of moderation is built on `moderator`.");

const everywhere = [silences, barrels, effects, onlyTests];

export default tseslint.config(
  { ignores: [".next/**", ".build/**", "public/**", "next-env.d.ts", "data/**", "test-results/**"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/no-unnecessary-type-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // Of overloads one may be deprecated and the other not; a re-exported function cannot say which is meant.
      // Marked so that nobody takes it lightly: settings allow http on loopback alone, or by the operator's word.
      "@typescript-eslint/no-deprecated": ["error", { allow: [{ from: "package", name: "primaryKey", package: "drizzle-orm" }, { from: "package", name: "allowInsecureRequests", package: "openid-client" }] }],
      "no-restricted-syntax": ["error", ...everywhere, transactions, doubleCasts, dialect],
    },
  },
  { files: ["domain/**/*.ts"], rules: { "no-restricted-syntax": ["error", ...everywhere, transactions, doubleCasts, dialect, clock, chance] } },
  { files: ["db/**/*.ts", "drizzle.config.ts"], rules: { "no-restricted-syntax": ["error", ...everywhere, transactions, doubleCasts] } },
  { files: ["db/columns.ts", "db/client.ts"], rules: { "no-restricted-syntax": ["error", ...everywhere, transactions] } },
  { files: ["db/schema/index.ts"], rules: { "no-restricted-syntax": "off" } },
  { files: ["server/moderation/**/router.ts"], rules: { "no-restricted-syntax": ["error", ...everywhere, transactions, doubleCasts, dialect, moderators] } },
);
