import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

// A thread of webhook receivers: living ones that answer at once and note how old the news was, and dead ones that take a request and
// never say a word.

export interface Receivers {
  living: number;
  dead: number;
}

export interface Noted {
  /** Milliseconds from the event's making to its arrival, by the same machine's clock. */
  agesMs: number[];
}

const { living, dead } = workerData as Receivers;
let agesMs: number[] = [];

const alive = Array.from({ length: living }, () =>
  createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on("end", () => {
      agesMs.push(Date.now() - Date.parse((JSON.parse(text) as { created_at: string }).created_at));
      response.writeHead(200, { "content-length": 2 }).end("ok");
    });
  }),
);
const silent = Array.from({ length: dead }, () => createTcpServer((socket) => socket.on("error", () => {})));

const portOf = async (server: (typeof alive)[number] | (typeof silent)[number]): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
};
const ports = {
  living: await Promise.all(alive.map(portOf)),
  dead: await Promise.all(silent.map(portOf)),
};
parentPort?.postMessage(ports);
parentPort?.on("message", () => {
  parentPort?.postMessage({ agesMs } satisfies Noted);
  agesMs = [];
});
