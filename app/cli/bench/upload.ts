import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Readable } from "node:stream";
import { receiveDocument } from "#app/kyc/document-check/receive-document.server.ts";
import { readUpload } from "#app/kyc/read-upload.server.ts";
import { pdfOf, pdfStream } from "#app/kyc/sample-files.ts";
import { folderStorage } from "#app/platform/storage/folder-storage.server.ts";
import { aesVault } from "#app/platform/vault/aes-vault.server.ts";
import type { BenchOptions } from "../bench.ts";

const MB = 1024 * 1024;
const FILE_MB = 20;
const CHUNK = 65_536;

/** A paper as large as is taken: one page with a scan of noise, which no compression makes smaller. */
const paper = pdfOf([
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 4 0 R >> >> >>",
  pdfStream(
    "/Type /XObject /Subtype /Image /Width 4000 /Height 5200 /ColorSpace /DeviceGray /BitsPerComponent 8",
    randomBytes(FILE_MB * MB - 2_000),
  ),
]);

/** The whole way of an upload: form, judge, seal, disk, parser. Resident memory and delays are those of this process, the server's part. */
export async function bench({ quick }: BenchOptions) {
  const folder = await mkdtemp(join(tmpdir(), "gangway-upload-"));
  const storage = folderStorage(folder, aesVault([{ id: "bench", key: new Uint8Array(randomBytes(32)) }]));
  const upload = (n: number) =>
    readUpload(formWith(paper), ({ name, declared, body }) =>
      receiveDocument(storage, { name, declared, body }, `bench/${n}`),
    );
  try {
    // The first two warm up what is loaded once.
    for (let n = 0; n < 2; n++) await upload(n);
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 5);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const began = performance.now();
    const times = quick ? 5 : 20;
    for (let n = 0; n < times; n++) await upload(100 + n);
    const seconds = (performance.now() - began) / 1000;
    delay.disable();
    clearInterval(watch);
    const rssGrowthMB = rounded((most - before) / MB);
    const eventLoopP99Ms = rounded(delay.percentile(99) / 1e6);
    console.log(
      `${times} uploads of ${rounded(paper.length / MB)} MB, one after the other: ${rounded(seconds / times)} s each, parser included`,
    );
    return {
      fileMB: FILE_MB,
      rssGrowthMB,
      eventLoopP99Ms,
      secondsEach: rounded(seconds / times),
      holds: rssGrowthMB < 32 && eventLoopP99Ms < 50,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const rounded = (number: number) => Math.round(number * 10) / 10;

/** A posted form as it comes over a line: 64 kB, then a breath. */
function formWith(file: Buffer): Request {
  const boundary = "gangway-bench";
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="item"\r\n\r\ndoc:x\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="paper.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
  );
  async function* pieces() {
    yield head;
    for (let at = 0; at < file.length; at += CHUNK) {
      yield file.subarray(at, at + CHUNK);
      await new Promise((resolve) => setImmediate(resolve));
    }
    yield Buffer.from(`\r\n--${boundary}--\r\n`);
  }
  return new Request("http://localhost/", {
    method: "POST",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    body: Readable.toWeb(Readable.from(pieces())) as ReadableStream<Uint8Array>,
    // Node wants to be told that the answer does not wait for the body's end.
    duplex: "half",
  } as RequestInit);
}
