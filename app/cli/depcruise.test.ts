import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { cruise, type IConfiguration, type ICruiseResult } from "dependency-cruiser";
import { beforeAll, describe, expect, test } from "vitest";

const { forbidden, options } = createRequire(import.meta.url)("./depcruise.cjs") as Required<IConfiguration>;

/** Which rule, if any, an import of the second file by the first breaks. */
const imports: { from: string; to: string; breaks: string[]; type?: boolean }[] = [
  { from: "workflows/a.ts", to: "workflows/b.ts", breaks: [] },
  { from: "workflows/a.ts", to: "node:crypto", breaks: [] },
  { from: "workflows/a.ts", to: "node:fs", breaks: ["the-law-is-pure"] },
  { from: "workflows/a.ts", to: "app/platform/ids.ts", breaks: ["the-law-is-pure"] },
  { from: "workflows/a.test.ts", to: "node:fs", breaks: [] },
  { from: "emails/a.tsx", to: "app/i18n/words.ts", breaks: [] },
  { from: "emails/a.tsx", to: "app/kyc/index.ts", breaks: ["letters-are-pure"] },
  { from: "app/platform/a.ts", to: "workflows/b.ts", breaks: [] },
  { from: "app/platform/a.ts", to: "app/engine/b.ts", breaks: ["platform-stands-on-the-law"] },
  { from: "app/platform/a.ts", to: "app/kyc/index.server.ts", breaks: ["platform-stands-on-the-law"] },
  { from: "app/engine/a.ts", to: "app/platform/ids.ts", breaks: [] },
  { from: "app/engine/a.ts", to: "app/kyc/index.server.ts", breaks: ["engine-stands-on-platform"] },
  { from: "app/ui/a.tsx", to: "app/i18n/words.ts", breaks: [] },
  { from: "app/ui/a.tsx", to: "app/kyc/index.ts", breaks: ["the-kit-knows-no-room"] },
  { from: "app/kyc/a.ts", to: "app/engine/b.ts", breaks: [] },
  { from: "app/kyc/a.ts", to: "app/kyc/inside.server.ts", breaks: [] },
  { from: "app/kyc/a.ts", to: "app/site/index.server.ts", breaks: [] },
  { from: "app/kyc/a.ts", to: "app/site/business.schema.ts", breaks: [] },
  { from: "app/kyc/a.ts", to: "app/site/words.ts", breaks: [] },
  { from: "app/kyc/a.ts", to: "app/site/inside.server.ts", breaks: ["rooms-have-doors"] },
  { from: "app/kyc/a.ts", to: "app/site/deep/inside.ts", breaks: ["rooms-have-doors"] },
  { from: "app/kyc/a.ts", to: "app/routes/page.tsx", breaks: ["rooms-do-not-know-routes"] },
  { from: "app/kyc/a.ts", to: "app/server/listen.ts", breaks: ["rooms-do-not-know-routes"] },
  { from: "app/routes/page.tsx", to: "app/kyc/inside.server.ts", breaks: [] },
  { from: "app/cli/start.ts", to: "app/platform/open.ts", breaks: [] },
  { from: "app/cli/start.ts", to: "app/kyc/index.server.ts", breaks: ["the-server-is-beside-the-build"] },
  { from: "app/cli/start.ts", to: "app/kyc/index.server.ts", breaks: [], type: true },
  { from: "app/server/http.ts", to: "app/engine/b.ts", breaks: ["the-server-is-beside-the-build"] },
  { from: "app/server/app.server.ts", to: "app/engine/b.ts", breaks: [] },
  { from: "app/kyc/a.ts", to: "tests/database.ts", breaks: ["no-tests-in-the-house"] },
  { from: "app/kyc/a.test.ts", to: "tests/database.ts", breaks: [] },
  { from: "app/cli/bench/site.ts", to: "tests/site/corpus.ts", breaks: [] },
  { from: "app/cli/start.ts", to: "tests/database.ts", breaks: ["no-tests-in-the-house"] },
  { from: "app/kyc/a.ts", to: "app/kyc/nowhere.ts", breaks: ["everything-resolves"] },
];

/** A house of one such import per folder, so that no case sees another. */
const places = imports.map((one, index) => ({ ...one, root: `case-${index}` }));

const put = (root: string, path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

async function judged(root: string): Promise<string[]> {
  const { output } = await cruise(
    ["app", "workflows", "emails"].filter((folder) => existsSync(join(root, folder))),
    {
      ...options,
      baseDir: root,
      ruleSet: { forbidden },
      validate: true,
      tsPreCompilationDeps: true,
    } as Parameters<typeof cruise>[1],
  );
  return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
}

const base = mkdtempSync(join(tmpdir(), "gangway-floors-"));
beforeAll(() => {
  for (const { root, from, to, type, breaks } of places) {
    const at = join(base, root);
    const isOutside = to.startsWith("node:");
    const path = isOutside ? to : relative(dirname(from), to).replace(/^(?!\.)/, "./");
    put(
      at,
      from,
      `import ${type ? "type " : ""}{ x } from "${path}";\nexport const y${type ? ": typeof x" : ""} = ${type ? "1" : "x"};\n`,
    );
    if (!isOutside && !breaks.includes("everything-resolves")) put(at, to, "export const x = 1;\n");
  }
});

describe("the dependency rule", () => {
  test.each(places)("$from may import $to unless it breaks $breaks", async ({ root, breaks }) => {
    expect(await judged(join(base, root))).toEqual(breaks);
  });

  test("two modules that need each other are found, types that do are not", async () => {
    const at = join(base, "cycle");
    put(at, "app/kyc/a.ts", 'import { b } from "./b.ts";\nexport const a = () => b;\n');
    put(at, "app/kyc/b.ts", 'import { a } from "./a.ts";\nexport const b = () => a;\n');
    expect(new Set(await judged(at))).toEqual(new Set(["no-cycles"]));
    put(at, "app/kyc/b.ts", 'import type { a } from "./a.ts";\nexport const b = (x: typeof a) => x;\n');
    expect(await judged(at)).toEqual([]);
  });
});
