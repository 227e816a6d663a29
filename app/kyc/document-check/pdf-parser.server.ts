import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { limiter } from "./limiter.ts";
import { DocumentRefused, refusals, refuse } from "./refused.ts";

// By the name that package.json gives it, which holds in the source tree and in the build alike.
const PROGRAM = createRequire(import.meta.url).resolve("#app/kyc/document-check/pdf-child.ts");
const TIMEOUT_MS = 15_000;
const Answer = z.union([
  z.object({ pages: z.int().positive() }),
  z.object({ refusal: z.enum(refusals), detail: z.string() }),
]);

const inTurn = limiter(Math.max(1, availableParallelism() - 1));

/**
 * Parses a PDF in a process of its own, so that neither its memory nor its crash is ours. A few at a time; the rest wait.
 *
 * @throws DocumentRefused when the file is not fit, or the parser did not survive it
 */
export const pagesOfPdf = (body: Readable): Promise<number> =>
  inTurn(async () => {
    const child = spawn(process.execPath, ["--max-old-space-size=192", "--no-warnings", PROGRAM], {
      stdio: ["pipe", "pipe", "pipe"],
      // Nothing of ours is any of its business.
      env: { NODE_ENV: "production" },
      timeout: TIMEOUT_MS,
      killSignal: "SIGKILL",
    });
    const exited = new Promise<number | null>((resolve) => {
      child.on("error", () => resolve(-1));
      child.on("close", (code) => resolve(code));
    });
    const [said, complaint, , code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      // A parser that dies while reading closes the pipe: its exit says so better.
      pipeline(body, child.stdin).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
      }),
      exited,
    ]);
    if (code === -1) throw new Error("the PDF parser could not be started");
    if (code !== 0 && /ERR_MODULE_NOT_FOUND|SyntaxError/.test(complaint))
      throw new Error(`the PDF parser is broken: ${complaint.slice(-300)}`);
    if (code !== 0) return refuse("tooComplex", `the parser ended with ${code}`);
    const answer = Answer.parse(JSON.parse(said));
    if ("refusal" in answer) throw new DocumentRefused(answer.refusal, answer.detail);
    return answer.pages;
  });
