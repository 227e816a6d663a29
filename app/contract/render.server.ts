import { PDFDocument } from "pdf-lib";
import { printPaper } from "#app/platform/paper/print.server.ts";
import type { ContractBody, Signature } from "./body.ts";

const module = "#app/contract/paper.tsx";

export async function renderContract(body: ContractBody): Promise<{ pdf: Buffer; pages: number }> {
  const pdf = await printPaper({ module, name: "ContractPaper", props: { body } });
  return { pdf, pages: (await PDFDocument.load(pdf)).getPageCount() };
}

/** The issued file, unchanged page by page, with the signatures' page behind it. */
export async function renderSigned(issued: Uint8Array, body: ContractBody, signatures: Signature[]): Promise<Buffer> {
  const page = await printPaper({ module, name: "SignaturePaper", props: { body, signatures } });
  const whole = await PDFDocument.load(issued);
  const added = await PDFDocument.load(page);
  for (const copied of await whole.copyPages(added, added.getPageIndices())) whole.addPage(copied);
  return Buffer.from(await whole.save());
}
