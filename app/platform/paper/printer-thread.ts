import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parentPort } from "node:worker_threads";
import { Font, renderToBuffer } from "@react-pdf/renderer";
import { type ComponentType, createElement } from "react";
import type { Order, Printed } from "./print.server.ts";

// Pretendard JP sets Korean, kana, Han, Latin and Vietnamese in one face; the plain Pretendard has no Han characters.
const type = join(
  dirname(createRequire(import.meta.url).resolve("pretendard-jp/package.json")),
  "dist/public/static/alternative",
);
Font.register({
  family: "Pretendard",
  fonts: [
    { src: join(type, "PretendardJP-Regular.ttf"), fontWeight: 400 },
    { src: join(type, "PretendardJP-SemiBold.ttf"), fontWeight: 600 },
  ],
});
// Korean is broken between words like everything else; without this the library hyphenates it as if it were English.
Font.registerHyphenationCallback((word) => [word]);

parentPort?.on("message", async ({ id, module, name, props }: Order) => {
  const answer = (printed: Printed) => parentPort?.postMessage(printed);
  try {
    const papers = (await import(module)) as Record<string, ComponentType<object>>;
    const Paper = papers[name];
    if (!Paper) throw new TypeError(`${module} has no ${name}`);
    answer({ id, pdf: await renderToBuffer(createElement(Paper, props) as Parameters<typeof renderToBuffer>[0]) });
  } catch (error) {
    answer({ id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
