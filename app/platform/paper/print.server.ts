import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

export interface Order {
  id: number;
  module: string;
  name: string;
  props: object;
}
export type Printed = { id: number; pdf: Uint8Array } | { id: number; problem: string };

// By the name that package.json gives it, which holds in the source tree and in the build alike.
const PROGRAM = createRequire(import.meta.url).resolve("#app/platform/paper/printer-thread.ts");
/** A paper of ours takes a second on a busy machine; one that takes this long never ends. */
const PATIENCE_MS = 60_000;
/** The thread with its typefaces (some 150 MB) is let go when nothing was printed for this long. */
const KEPT_MS = 60_000;

interface Waiting {
  resolve: (pdf: Buffer) => void;
  reject: (error: Error) => void;
  patience: NodeJS.Timeout;
}

let thread: Worker | null = null;
let idle: NodeJS.Timeout | undefined;
let orders = 0;
const waiting = new Map<number, Waiting>();

/**
 * Sets a paper as PDF, in a thread of its own: setting a contract takes a second of processor, in which no page may have to wait.
 *
 * @param paper.module by the name that package.json gives it, e.g. `#app/contract/paper.tsx`; it imports nothing of the server
 * @param paper.name the component it exports, a `<Document>` of `@react-pdf/renderer`
 * @param paper.props plain data
 */
export function printPaper(paper: { module: string; name: string; props: object }): Promise<Buffer> {
  clearTimeout(idle);
  const id = ++orders;
  return new Promise<Buffer>((resolve, reject) => {
    const patience = setTimeout(() => stop(new Error(`${paper.name} was not printed in time`)), PATIENCE_MS);
    waiting.set(id, { resolve, reject, patience });
    thread ??= open();
    thread.ref();
    thread.postMessage({ id, ...paper } satisfies Order);
  });
}

function open(): Worker {
  const opened = new Worker(PROGRAM, { execArgv: ["--import", "tsx", "--no-warnings"] });
  opened.on("message", (printed: Printed) => {
    const order = waiting.get(printed.id);
    if (!order) return;
    waiting.delete(printed.id);
    clearTimeout(order.patience);
    if ("pdf" in printed)
      order.resolve(Buffer.from(printed.pdf.buffer, printed.pdf.byteOffset, printed.pdf.byteLength));
    else order.reject(new Error(`a paper could not be printed: ${printed.problem}`));
    if (waiting.size > 0) return;
    // Nobody waits: the thread keeps no process alive, and goes by itself after a while.
    opened.unref();
    idle = setTimeout(() => stop(), KEPT_MS).unref();
  });
  opened.on("error", (error) => opened === thread && stop(error));
  opened.on("exit", () => opened === thread && stop(new Error("the printer ended")));
  return opened;
}

/** Ends the thread, and with it whatever it was asked for. */
function stop(reason = new Error("the printer was let go")): void {
  const ended = thread;
  thread = null;
  clearTimeout(idle);
  for (const { reject, patience } of waiting.values()) {
    clearTimeout(patience);
    reject(reason);
  }
  waiting.clear();
  void ended?.terminate();
}
