import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRawStream, PDFStream } from "pdf-lib";
import { MAX_PAGES, MAX_PIXELS_IN_PDF } from "./limits.ts";
import { DocumentRefused, refuse } from "./refused.ts";

/** Actions that do more than turn a page or follow a web link. */
const ACTIONS = new Set([
  "JavaScript",
  "Launch",
  "SubmitForm",
  "ImportData",
  "GoToR",
  "GoToE",
  "Rendition",
  "Movie",
  "Sound",
  "RichMediaExecute",
  "Trans3D",
  "GoTo3DView",
]);
const ACTIVE_KEYS = ["JS", "JavaScript", "XFA", "RichMediaContent", "RichMediaSettings"];
const ACTIVE_KINDS = new Set(["RichMedia", "3D", "Screen", "Movie", "Sound"]);
const ATTACHMENT_KEYS = ["EmbeddedFiles", "EF", "Collection"];
const MAX_OBJECTS = 200_000;

/**
 * Parses a whole PDF and looks at every object in it, those in compressed object streams included.
 *
 * @returns the number of pages
 * @throws DocumentRefused when it is encrypted, does something, carries files, or is no PDF after all
 */
export async function parsePdf(bytes: Uint8Array): Promise<{ pages: number }> {
  assertPlainlySpelled(bytes);
  const document = await PDFDocument.load(bytes, {
    ignoreEncryption: true,
    updateMetadata: false,
    // Otherwise what it cannot read it leaves out, and a viewer may read it all the same.
    throwOnInvalidObject: true,
    capNumbers: true,
  }).catch((error: unknown) => {
    if (error instanceof DocumentRefused) throw error;
    return refuse("damaged", error instanceof Error ? error.message.slice(0, 120) : "unreadable");
  });
  if (document.context.trailerInfo.Encrypt || document.isEncrypted) refuse("encrypted");
  const objects = document.context.enumerateIndirectObjects();
  if (objects.length > MAX_OBJECTS) refuse("tooComplex", `${objects.length} objects`);
  for (const [, object] of objects) inspect(object, 0);
  const pages = countPages(document);
  if (pages === 0) refuse("damaged", "no pages");
  if (pages > MAX_PAGES) refuse("pages", String(pages));
  return { pages };
}

/**
 * Names may be spelled with hex (`/J#61vaScript`). Nobody honest spells these so, wherever in the file: also in what passes for
 * the body of a stream, where a forged cross-reference may point.
 */
function assertPlainlySpelled(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  for (const [name] of text.matchAll(/\/[A-Za-z0-9]{0,20}#[0-9a-fA-F]{2}[A-Za-z0-9#]{0,60}/g)) {
    const plain = name
      .slice(1)
      .replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (["JavaScript", "JS", "Launch", "Encrypt", "ObjStm"].includes(plain) || ACTIVE_KINDS.has(plain))
      refuse("active", name);
    if (plain === "EmbeddedFile" || ATTACHMENT_KEYS.includes(plain)) refuse("attachments", name);
  }
}

function countPages(document: PDFDocument): number {
  try {
    return document.getPageCount();
  } catch {
    return refuse("damaged", "page tree");
  }
}

function inspect(object: PDFObject, depth: number): void {
  if (depth > 60) refuse("tooComplex", "nesting");
  if (object instanceof PDFArray) {
    for (const inner of object.asArray()) inspect(inner, depth + 1);
  } else if (object instanceof PDFDict) {
    inspectDict(object, depth);
  } else if (object instanceof PDFStream) {
    inspectDict(object.dict, depth);
    if (object instanceof PDFRawStream) assertPixels(object.dict);
  }
}

function inspectDict(dict: PDFDict, depth: number): void {
  const keys = new Set(dict.keys().map((key) => key.decodeText()));
  const nameAt = (key: string) => {
    const value = dict.get(PDFName.of(key));
    return value instanceof PDFName ? value.decodeText() : null;
  };
  const action = nameAt("S");
  if (action && ACTIONS.has(action)) refuse("active", action);
  const active = ACTIVE_KEYS.find((key) => keys.has(key));
  if (active) refuse("active", active);
  const kind = nameAt("Subtype");
  if (kind && ACTIVE_KINDS.has(kind)) refuse("active", kind);
  if (kind === "FileAttachment" || nameAt("Type") === "EmbeddedFile") refuse("attachments");
  const attachment = ATTACHMENT_KEYS.find((key) => keys.has(key));
  if (attachment) refuse("attachments", attachment);
  for (const value of dict.values()) inspect(value, depth + 1);
}

function assertPixels(dict: PDFDict): void {
  const number = (key: string) => {
    const value = dict.get(PDFName.of(key));
    return value instanceof PDFNumber ? value.asNumber() : 0;
  };
  const [width, height] = [number("Width"), number("Height")];
  if (width * height > MAX_PIXELS_IN_PDF) refuse("pixels", `${width} × ${height}`);
}
