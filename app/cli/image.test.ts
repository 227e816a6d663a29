import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseConfig } from "#app/platform/config/config.server.ts";
import { Settings } from "#app/platform/config/settings.server.ts";

// No engine builds images where the tests run: what can be held against the code is.
const compose = readFileSync("compose.yaml", "utf8");
const dockerfile = readFileSync("Dockerfile", "utf8");

/** The settings that every process of the composition gets, with the defaults it names. */
const settings = Object.fromEntries(
  [...compose.split("depends_on:")[0]!.matchAll(/^ {4}([A-Z0-9_]+): (.+)$/gm)].map(([, name = "", value = ""]) => [
    name,
    value.replaceAll(/^"|"$/g, "").replaceAll(/\$\{[A-Z_0-9]+:-([^}]*)\}/g, "$1"),
  ]),
);

test("the composition sets only what Gangway knows, and makes a production that starts", () => {
  expect(Object.keys(settings).filter((name) => !(name in Settings.shape))).toEqual([]);
  const config = parseConfig(
    { ...settings, SESSION_SECRET: "s".repeat(40), ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}` },
    "/gangway",
  );
  expect(config).toMatchObject({ mode: "production", trustProxy: 1, storage: { kind: "s3", forcePathStyle: true } });
});

test("the composition brings no secret for sessions and data: it asks for them", () => {
  expect(settings.SESSION_SECRET).toMatch(/^\$\{SESSION_SECRET:\?/);
  expect(settings.ENCRYPTION_KEYS).toMatch(/^\$\{ENCRYPTION_KEYS:\?/);
});

test("the image copies and runs what is there", () => {
  for (const [, file = ""] of dockerfile.matchAll(/((?:\.\/)?app\/cli\/[\w-]+\.(?:ts|mjs))/g))
    expect(existsSync(file), file).toBe(true);
  for (const file of ["package.json", "package-lock.json", ".npmrc"]) expect(existsSync(file)).toBe(true);
  expect(dockerfile).toMatch(/^USER node$/m);
});
