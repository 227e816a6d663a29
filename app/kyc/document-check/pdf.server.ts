import type { ByteReader } from "./byte-reader.server.ts";
import { EICAR } from "./foreign-marks.ts";
import { refuse } from "./refused.ts";

const CARRIED = 64;
const TAIL = 66_000;

/**
 * Passes a PDF on as it comes and refuses at first sight what needs no parser: the test virus, scripts and attachments
 * written in the open, a zip's directory near the end, anything behind the end. What is hidden deeper is the parser's
 * work (`parse-pdf.ts`), once the whole file is there.
 */
export async function* pdf(reader: ByteReader): AsyncGenerator<Buffer> {
  let carried = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  for (;;) {
    const piece = await reader.some(65_536);
    if (piece.length === 0) break;
    const seen = Buffer.concat([carried, piece]);
    assertQuiet(seen);
    carried = Buffer.from(seen.subarray(-CARRIED));
    tail = Buffer.concat([tail, piece]).subarray(-TAIL);
    yield piece;
  }
  if (tail.includes("PK\u0005\u0006", 0, "latin1")) refuse("polyglot", "zip");
  const end = tail.lastIndexOf("%%EOF", undefined, "latin1");
  if (end === -1) refuse("truncated", "no %%EOF");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what scanners pad with
  if (!/^[\s\u0000]*$/.test(tail.toString("latin1", end + 5))) refuse("trailing");
}

const loud: [string, Parameters<typeof refuse>[0]][] = [
  [EICAR, "malware"],
  ["/JavaScript", "active"],
  ["/Launch", "active"],
  ["/RichMedia", "active"],
  ["/EmbeddedFile", "attachments"],
];

function assertQuiet(bytes: Buffer): void {
  for (const [mark, refusal] of loud) if (bytes.includes(mark, 0, "latin1")) refuse(refusal, mark);
}
