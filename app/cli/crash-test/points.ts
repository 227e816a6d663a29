import { Socket } from "node:net";
import pg from "pg";
import type { Mailer } from "#app/platform/mailer/mailer.ts";
import type { Platform } from "#app/platform/platform.ts";

/** Connections of the harness itself and of the lease, which is there to outlive nothing: no points of the attack. */
const apart = new Set(["gangway worker", "gangway harness"]);

/**
 * The places at which a process can be killed, counted as they are passed: before every SQL statement, before every call outside, after
 * every write to a socket that leads outside, when such a call has been answered but nobody has heard it yet, and before a page is
 * answered. A death after a statement's answer is the death before the next point: nothing outside happens in between.
 */
export class Points {
  readonly labels: string[] = [];
  private killAt = Number.POSITIVE_INFINITY;
  private isCounting = false;
  /** Ports of the outside world. */
  private ports = new Set<number>();

  constructor() {
    this.watchStatements();
    this.watchSockets();
  }

  /** @param killAt number of the point at which this process dies, from 1; null to count only */
  begin(killAt: number | null, ports: number[]): void {
    this.labels.length = 0;
    this.killAt = killAt ?? Number.POSITIVE_INFINITY;
    this.ports = new Set(ports);
    this.isCounting = true;
  }

  end(): string[] {
    this.isCounting = false;
    return [...this.labels];
  }

  /** What `work` does is the harness's, not Gangway's. */
  async unseen<T>(work: () => Promise<T>): Promise<T> {
    const before = this.isCounting;
    this.isCounting = false;
    try {
      return await work();
    } finally {
      this.isCounting = before;
    }
  }

  pass(label: string): void {
    if (!this.isCounting) return;
    this.labels.push(label);
    // Not an exit: nothing is flushed, closed or rolled back on the way out.
    if (this.labels.length === this.killAt) process.kill(process.pid, "SIGKILL");
  }

  /** A call outside, with its two points. */
  async around<T>(what: string, call: () => Promise<T>): Promise<T> {
    this.pass(`before ${what}`);
    const answer = await call();
    this.pass(`${what} answered`);
    return answer;
  }

  /** The same parts, each way out of them watched. */
  watched<P extends Pick<Platform, "mailer" | "fetch" | "screener" | "storage" | "gateway">>(parts: P): P {
    const { mailer, fetch, screener, storage, gateway } = parts;
    const send: Mailer["send"] = (mail) => this.around("SMTP", () => mailer.send(mail));
    return {
      ...parts,
      mailer: { send },
      fetch: (url, options) => this.around("HTTP", () => fetch(url, options)),
      screener: { screen: (subject, key) => this.around("screening", () => screener.screen(subject, key)) },
      storage: {
        put: (name, body, options) => this.around("storage put", () => storage.put(name, body, options)),
        get: (name) => this.around("storage get", () => storage.get(name)),
        remove: (name) => this.around("storage remove", () => storage.remove(name)),
      },
      gateway: {
        standsIn: gateway.standsIn,
        house: gateway.house,
        createPayment: (account, order) => this.around("PSP payment", () => gateway.createPayment(account, order)),
        paymentOf: (account, ref) => this.around("PSP question", () => gateway.paymentOf(account, ref)),
        refund: (account, ref, amount, key) =>
          this.around("PSP refund", () => gateway.refund(account, ref, amount, key)),
      },
    };
  }

  private watchStatements(): void {
    const points = this;
    // One function with many signatures; what it is called with is handed on as it came.
    const prototype = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };
    const original = prototype.query;
    prototype.query = function (this: pg.Client & { connectionParameters?: { application_name?: string } }, ...given) {
      if (!apart.has(this.connectionParameters?.application_name ?? "")) points.pass(`SQL ${textOf(given[0])}`);
      return original.apply(this, given);
    };
  }

  private watchSockets(): void {
    const points = this;
    const prototype = Socket.prototype as unknown as { write: (...given: unknown[]) => boolean };
    const original = prototype.write;
    prototype.write = function (this: Socket, ...given) {
      const flushed = original.apply(this, given);
      if (this.remotePort !== undefined && points.ports.has(this.remotePort)) points.pass("written to a socket");
      return flushed;
    };
  }
}

function textOf(query: unknown): string {
  const text = typeof query === "string" ? query : String((query as { text?: string } | null)?.text ?? "");
  return text.replaceAll(/\s+/g, " ").trim().slice(0, 70);
}
