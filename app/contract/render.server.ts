import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Font, renderToBuffer } from "@react-pdf/renderer";
import { PDFDocument } from "pdf-lib";
import { createElement } from "react";
import type { ContractBody, Signature } from "./body.ts";
import { ContractPaper, SignaturePaper } from "./paper.tsx";

// Pretendard JP sets Korean, kana, Han, Latin and Vietnamese; the plain Pretendard has no Han characters.
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

export async function renderContract(body: ContractBody): Promise<{ pdf: Buffer; pages: number }> {
  const pdf = await renderToBuffer(createElement(ContractPaper, { body }) as Parameters<typeof renderToBuffer>[0]);
  return { pdf, pages: (await PDFDocument.load(pdf)).getPageCount() };
}

/** The issued file, unchanged page by page, with the signatures' page behind it. */
export async function renderSigned(issued: Uint8Array, body: ContractBody, signatures: Signature[]): Promise<Buffer> {
  const page = await renderToBuffer(
    createElement(SignaturePaper, { body, signatures }) as Parameters<typeof renderToBuffer>[0],
  );
  const whole = await PDFDocument.load(issued);
  const added = await PDFDocument.load(page);
  for (const copied of await whole.copyPages(added, added.getPageIndices())) whole.addPage(copied);
  return Buffer.from(await whole.save());
}
