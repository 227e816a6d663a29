import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "@20minutes/s3rver";
import type { StorageConfig } from "#app/platform/config/config.server.ts";

/** A server on loopback that speaks S3 and keeps its objects in a folder that goes when it is closed. */
export async function s3Server(): Promise<
  { config: Extract<StorageConfig, { kind: "s3" }>; folder: string } & AsyncDisposable
> {
  const folder = await mkdtemp(join(tmpdir(), "gangway-s3-"));
  const server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    directory: folder,
    silent: true,
    resetOnClose: true,
    configureBuckets: [{ name: "gangway" }],
  });
  // The package forgets one word of the language: giving up an upload in parts. Its parts lie in a folder of the upload's id.
  server.middleware.unshift(async (context, next) => {
    const { uploadId } = context.query;
    if (context.method !== "DELETE" || typeof uploadId !== "string" || !/^[0-9a-f]+$/.test(uploadId)) return next();
    await rm(join(folder, "gangway", "._S3rver_uploads", uploadId), { recursive: true, force: true });
    context.status = 204;
  });
  const { port } = await new Promise<AddressInfo>((resolve, reject) => {
    server.run((error, address) => (error ? reject(error) : resolve(address)));
  });
  return {
    folder,
    config: {
      kind: "s3",
      bucket: "gangway",
      region: "us-east-1",
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" },
      forcePathStyle: true,
    },
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
