/** A no, as the API says it. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = "ApiProblem";
    this.status = status;
    this.code = code;
  }
}

/** Runs a question to the API and answers it in JSON; a problem with its code, a bug as what it is. */
export async function answering(work: () => Promise<object>): Promise<Response> {
  try {
    return Response.json(await work());
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return Response.json({ code: error.code, message: error.message }, { status: error.status });
  }
}

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

/** @throws ApiProblem when it is no JSON, or too much of it */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request);
  if (text === null) throw new ApiProblem(413, "TOO_LARGE", "A request holds at most 64 kB.");
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem(400, "NOT_JSON", "The body is not JSON.");
  }
}
