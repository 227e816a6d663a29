const MAX_BYTES = 64 * 1024;

/**
 * A body of at most 64 kB.
 *
 * @returns null when it is larger; nothing more of it is read
 */
export async function readText(request: Request): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return Buffer.concat(chunks).toString("utf8");
    size += part.value.length;
    if (size > MAX_BYTES) {
      await reader?.cancel();
      return null;
    }
    chunks.push(part.value);
  }
}

/** The text behind `Authorization: Bearer`. */
export const bearerOf = (request: Request): string | null =>
  /^Bearer (\S{1,2000})$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? null;
