import type { UploadAnswer } from "#app/ui/upload.ts";
import { ByteReader } from "./document-check/byte-reader.server.ts";
import { DocumentRefused, refuse } from "./document-check/refused.ts";

/** What a browser sends with a file: the fields before it, then the file itself, not yet read. */
export interface Upload {
  fields: Record<string, string>;
  name: string;
  declared: string | undefined;
  body: AsyncIterable<Uint8Array>;
}

const MAX_HEAD = 8_192;
const MAX_FIELD = 4_096;
const MAX_FIELDS = 20;
/** What is still read of a refused upload, so that the browser gets to hear why: a little more than the largest file. */
const MAX_DRAINED = 30 * 1024 * 1024;

/**
 * Reads a multipart form whose fields come before its one file, without holding the file.
 *
 * @param take gets the form once its file begins; what it leaves unread is read and forgotten
 * @throws DocumentRefused `empty` when no file was chosen; a 400 Response when this is no such form
 */
export async function readUpload<T>(request: Request, take: (upload: Upload) => Promise<T>): Promise<T> {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]{1,70})"?/i.exec(
    request.headers.get("content-type") ?? "",
  )?.[1];
  if (!boundary || !request.body) throw new Response(null, { status: 400 });
  // A web stream is iterable in Node; its type does not say so everywhere.
  const source = request.body as unknown as AsyncIterable<Uint8Array>;
  const reader = new ByteReader(source);
  try {
    return await parse(reader, boundary, take);
  } catch (error) {
    if (error instanceof DocumentRefused && error.refusal === "truncated") throw new Response(null, { status: 400 });
    throw error;
  } finally {
    await drain(reader);
  }
}

async function parse<T>(reader: ByteReader, boundary: string, take: (upload: Upload) => Promise<T>): Promise<T> {
  const fields: Record<string, string> = {};
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  if (!(await reader.take(delimiter.length - 2)).equals(delimiter.subarray(2)))
    throw new Response(null, { status: 400 });
  for (let count = 0; count <= MAX_FIELDS; count++) {
    const after = (await reader.take(2)).toString("latin1");
    if (after === "--") return refuse("empty", "no file");
    if (after !== "\r\n") throw new Response(null, { status: 400 });
    const part = await readHead(reader);
    if (part.name === undefined) throw new Response(null, { status: 400 });
    if (part.fileName !== undefined) {
      // No file chosen: the browser sends a part without a name and without bytes.
      if (part.fileName === "" && (await startsWith(reader, delimiter))) return refuse("empty", "no file");
      return await take({ fields, name: part.fileName, declared: part.type, body: upTo(reader, delimiter) });
    }
    fields[part.name] = await readField(reader, delimiter);
  }
  throw new Response(null, { status: 400 });
}

async function readHead(reader: ByteReader): Promise<{ name?: string; fileName?: string; type?: string }> {
  let head = await reader.peek(512);
  let end = head.indexOf("\r\n\r\n");
  while (end === -1 && head.length < MAX_HEAD) {
    const more = await reader.peek(Math.min(MAX_HEAD, head.length * 2));
    if (more.length === head.length) break;
    head = more;
    end = head.indexOf("\r\n\r\n");
  }
  if (end === -1) throw new Response(null, { status: 400 });
  const text = (await reader.take(end + 4)).toString("utf8");
  const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(text)?.[1] ?? "";
  return {
    name: quoted(disposition, "name"),
    fileName: quoted(disposition, "filename"),
    type: /^content-type:\s*([^\r\n]+)/im.exec(text)?.[1]?.trim(),
  };
}

/** Browsers escape quotes and line ends in names as %22, %0D and %0A, and nothing else. */
const quoted = (text: string, key: string): string | undefined =>
  new RegExp(`(?:^|[;\\s])${key}="([^"]*)"`, "i")
    .exec(text)?.[1]
    ?.replace(/%(22|0D|0A)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const startsWith = async (reader: ByteReader, wanted: Buffer) => (await reader.peek(wanted.length)).equals(wanted);

async function readField(reader: ByteReader, delimiter: Buffer): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const piece of upTo(reader, delimiter)) {
    bytes += piece.length;
    if (bytes > MAX_FIELD) throw new Response(null, { status: 400 });
    parts.push(Buffer.from(piece));
  }
  return Buffer.concat(parts).toString("utf8");
}

/** Everything before the delimiter, which is taken as well. @throws DocumentRefused when it never comes */
async function* upTo(reader: ByteReader, delimiter: Buffer): AsyncGenerator<Uint8Array> {
  const STEP = 65_536;
  for (;;) {
    const ahead = await reader.peek(delimiter.length);
    if (ahead.length < delimiter.length) refuse("truncated", "the form breaks off");
    const ready = await reader.peek(Math.min(STEP, reader.held));
    const at = ready.indexOf(delimiter);
    if (at === 0) {
      await reader.take(delimiter.length);
      return;
    }
    // The delimiter may begin in the last bytes that are here: those wait for what follows them.
    const safe = at > 0 ? at : ready.length - delimiter.length + 1;
    if (safe > 0) yield Buffer.from(await reader.take(safe));
    else await reader.peek(reader.held + 1);
  }
}

async function drain(reader: ByteReader): Promise<void> {
  for (let left = MAX_DRAINED; left > 0; ) {
    const piece = await reader.some(65_536).catch(() => null);
    if (!piece || piece.length === 0) return;
    left -= piece.length;
  }
}

/** The same, with a refused file as an answer: message keys `file.*`. */
export async function answerUpload<Answer extends UploadAnswer>(
  request: Request,
  take: (upload: Upload) => Promise<Answer>,
): Promise<Answer | UploadAnswer> {
  try {
    return await readUpload(request, take);
  } catch (error) {
    if (error instanceof DocumentRefused) return { ok: false, problem: `file.${error.refusal}` };
    throw error;
  }
}
