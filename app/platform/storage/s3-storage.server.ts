import { pipeline, type Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  S3Client,
  type S3ServiceException,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import type { StorageConfig } from "../config/config.server.ts";
import { assertNoTransaction } from "../outside.server.ts";
import { mayRetry, UpstreamError } from "../upstream-error.ts";
import type { Vault } from "../vault/vault.ts";
import { assertName, meter } from "./meter.server.ts";
import type { Storage } from "./storage.ts";

const PART = 5 * 1024 * 1024; // the least that S3 takes for a part: two of them are all that is held of a body

/** Objects in a bucket of anything that speaks S3. What arrives there is sealed already. */
export function s3Storage(
  config: Extract<StorageConfig, { kind: "s3" }>,
  vault: Pick<Vault, "cipherStream" | "decipherStream">,
): Storage & { close(): void } {
  const { bucket: Bucket, kind: _, ...access } = config;
  const client = new S3Client({
    ...access,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 10_000, requestTimeout: 60_000 },
    // Stores other than Amazon's stumble over the checksums the SDK adds by default; the seal checks every byte anyway.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });

  return {
    async put(name, body, { maxBytes }) {
      assertNoTransaction("storage");
      assertName(name);
      const { stream, result } = meter(maxBytes);
      const sealed = pipeline(body, stream, vault.cipherStream(name), () => {});
      const upload = new Upload({
        client,
        // Sealed bytes have no type of their own: what they are stands in the database.
        params: { Bucket, Key: name, Body: sealed, ContentType: "application/octet-stream" },
        partSize: PART,
        queueSize: 2,
        leavePartsOnError: false,
      });
      try {
        await upload.done();
        return result();
      } catch (error) {
        const cause = sealed.errored; // the body's own failure is what the caller wants to hear, not its echo
        body.destroy();
        sealed.destroy();
        throw cause ?? translated(error);
      }
    },
    async get(name) {
      assertNoTransaction("storage");
      assertName(name);
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: name }));
        return pipeline(Body as Readable, vault.decipherStream(name), () => {});
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw translated(error);
      }
    },
    async remove(name) {
      assertNoTransaction("storage");
      assertName(name);
      await client.send(new DeleteObjectCommand({ Bucket, Key: name })).catch((error) => {
        throw translated(error);
      });
    },
    close: () => client.destroy(),
  };
}

const isOfStore = (error: unknown): error is S3ServiceException => error instanceof Error && "$metadata" in error;

function translated(error: unknown): UpstreamError {
  const status = isOfStore(error) ? error.$metadata.httpStatusCode : undefined;
  const name = error instanceof Error ? error.name : "unknown";
  return new UpstreamError(
    "storage",
    status ? `answered ${status} (${name})` : `no answer (${name})`,
    status === undefined || mayRetry(status),
    {
      cause: error,
    },
  );
}
