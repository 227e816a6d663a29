import { readText } from "#app/platform/http/request-text.server.ts";

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
