import { Readable } from "node:stream";
import { type Storage, type Stored, TooLarge } from "#app/platform/storage/storage.ts";
import { ByteReader } from "./byte-reader.server.ts";
import type { DocumentFacts } from "./facts.ts";
import { assertAgrees, type DocumentType, fileName, HEAD_BYTES, sniff } from "./file-type.ts";
import { jpeg } from "./jpeg.server.ts";
import { MAX_BYTES } from "./limits.ts";
import { pdf } from "./pdf.server.ts";
import { pagesOfPdf } from "./pdf-parser.server.ts";
import { png } from "./png.server.ts";
import { refuse } from "./refused.ts";

export interface Incoming {
  /** The name somebody's computer gave it. */
  name: string;
  /** The type somebody's browser claims. */
  declared?: string;
  body: AsyncIterable<Uint8Array>;
  /** The kinds that are taken here; all of them when absent. */
  only?: readonly DocumentType[];
}

export interface Received extends Stored {
  name: string;
  facts: DocumentFacts;
}

/**
 * Takes one document in: judged by its content while it streams into storage, then parsed whole. Pictures are stored without
 * their remarks (place, time, device), a PDF as it came.
 *
 * @param into name of the object in storage; when the file is refused nothing is left there
 * @throws DocumentRefused with the reason; UpstreamError when the storage fails
 */
export async function receiveDocument(storage: Storage, incoming: Incoming, into: string): Promise<Received> {
  const name = fileName(incoming.name);
  const gate = { facts: null as DocumentFacts | null };
  const stored = await storage
    .put(into, Readable.from(checked(incoming, name, gate)), {
      contentType: "application/octet-stream",
      maxBytes: MAX_BYTES,
    })
    .catch((error) => {
      if (error instanceof TooLarge) refuse("tooLarge");
      throw error;
    });
  try {
    const facts = gate.facts ?? {
      type: "application/pdf" as const,
      width: null,
      height: null,
      pages: await parsed(storage, into),
    };
    return { ...stored, name, facts };
  } catch (error) {
    await storage.remove(into);
    throw error;
  }
}

async function parsed(storage: Storage, name: string): Promise<number> {
  const body = await storage.get(name);
  if (!body) throw new Error(`${name} was stored and is not there`);
  return pagesOfPdf(body);
}

async function* checked(
  incoming: Incoming,
  name: string,
  gate: { facts: DocumentFacts | null },
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(limited(incoming.body));
  const type: DocumentType = sniff(await reader.peek(HEAD_BYTES));
  if (incoming.only && !incoming.only.includes(type)) refuse("kind", type);
  assertAgrees(type, name, incoming.declared);
  if (type === "application/pdf") yield* pdf(reader);
  else gate.facts = yield* type === "image/png" ? png(reader) : jpeg(reader);
}

/** Counts what comes in, not what is kept of it: remarks are dropped, and must not be a way around the limit. */
async function* limited(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > MAX_BYTES) refuse("tooLarge");
    yield piece;
  }
}
