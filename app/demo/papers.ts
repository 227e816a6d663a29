import { PDFDocument, rgb, StandardFonts } from "pdf-lib";
import { sampleJpeg, samplePng } from "#app/kyc/sample-files.ts";

/**
 * A small honest paper for a line of the checklist: a real one-page PDF, or a picture where people hand in pictures.
 *
 * @param item as the checklist writes it, e.g. `doc:businessRegistration`
 */
export async function paperFor(item: string): Promise<File> {
  const kind = item.replace(/^doc:/, "").replace(/#.*$/, "");
  if (/passport|Id$|identity/i.test(kind)) return fileOf(sampleJpeg(), `${kind}.jpg`, "image/jpeg");
  if (/photo|logo|screenshot/i.test(kind)) return fileOf(samplePng(), `${kind}.png`, "image/png");
  return fileOf(await pdfOf(kind), `${kind}.pdf`, "application/pdf");
}

const fileOf = (bytes: Uint8Array, name: string, type: string) => new File([new Uint8Array(bytes)], name, { type });

async function pdfOf(kind: string): Promise<Uint8Array> {
  const paper = await PDFDocument.create();
  const page = paper.addPage([595, 842]);
  const bold = await paper.embedFont(StandardFonts.HelveticaBold);
  const plain = await paper.embedFont(StandardFonts.Helvetica);
  const title = kind.replace(/([A-Z])/g, " $1").toUpperCase();
  page.drawRectangle({ x: 40, y: 40, width: 515, height: 762, borderColor: rgb(0.5, 0.55, 0.6), borderWidth: 1 });
  page.drawText(title, { x: 70, y: 740, size: 18, font: bold });
  page.drawText("SPECIMEN, made for a demonstration. Not a document of any office.", {
    x: 70,
    y: 710,
    size: 10,
    font: plain,
  });
  return paper.save();
}
