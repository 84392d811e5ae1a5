import { expect, test } from "vitest";
import { missingOptional } from "./optional-packages.mjs";

const engine = { version: "2.0.0", optionalDependencies: { "engine-linux-x64": "2.0.0", "engine-darwin-arm64": "2.0.0" } };

test("an optional package that has no entry is missing", () => {
  const packages = { "": {}, "node_modules/engine": engine, "node_modules/engine-linux-x64": { version: "2.0.0" } };
  expect(missingOptional({ packages })).toEqual([["engine-darwin-arm64", "2.0.0"]]);
});

test("an entry nested below its holder counts, and so does one above it", () => {
  const holder = "node_modules/tool/node_modules/engine";
  const packages = { [holder]: engine, [`${holder}/node_modules/engine-linux-x64`]: {}, "node_modules/tool/node_modules/engine-darwin-arm64": {} };
  expect(missingOptional({ packages })).toEqual([]);
});

test("an entry nested below another package does not count", () => {
  const packages = { "node_modules/engine": engine, "node_modules/engine-darwin-arm64": {}, "node_modules/tool/node_modules/engine-linux-x64": {} };
  expect(missingOptional({ packages })).toEqual([["engine-linux-x64", "2.0.0"]]);
});
