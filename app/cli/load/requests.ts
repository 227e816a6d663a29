import { connect } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

// A thread that asks one server as fast as it answers, over connections that stay open, and says how long each answer took. Written on
// bare sockets, so that on two cores the server is what is measured, not this.

export interface Load {
  port: number;
  connections: number;
  seconds: number;
  /** Whole requests, taken turn and turn about. */
  requests: string[];
}

export interface Loaded {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Answers by status. */
  statuses: Record<string, number>;
}

async function load({ port, connections, seconds, requests }: Load): Promise<Loaded> {
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const began = performance.now();
  const until = began + seconds * 1000;
  let turn = 0;
  await Promise.all(
    Array.from({ length: connections }, () => {
      const socket = connect(port, "127.0.0.1").setNoDelay(true);
      let sentAt = 0;
      let rest = "";
      return new Promise<void>((done, failed) => {
        const ask = () => {
          sentAt = performance.now();
          if (sentAt >= until) {
            socket.destroy();
            done();
            return;
          }
          socket.write(requests[turn++ % requests.length]!);
        };
        socket.on("connect", ask);
        socket.on("error", failed);
        socket.on("data", (chunk) => {
          rest += chunk.toString("latin1");
          const head = rest.indexOf("\r\n\r\n");
          const length = /content-length: (\d+)/i.exec(rest)?.[1];
          if (head < 0 || length === undefined || rest.length < head + 4 + Number(length)) return;
          times.push(performance.now() - sentAt);
          const status = rest.slice(9, 12);
          statuses[status] = (statuses[status] ?? 0) + 1;
          rest = "";
          ask();
        });
      });
    }),
  );
  const took = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { perSecond: times.length / took, p50Ms: at(0.5), p99Ms: at(0.99), statuses };
}

parentPort?.postMessage(await load(workerData as Load));
