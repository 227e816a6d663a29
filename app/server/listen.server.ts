import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** Somebody else listens there; the message is one sentence for the person who typed the command. */
export class PortTaken extends Error {
  readonly port: number;
  constructor(port: number, code: string) {
    super(
      code === "EACCES"
        ? `The port ${port} may not be opened by this user: choose another with PORT=3001 npm start.`
        : `The port ${port} is taken: stop what listens there, or choose another with PORT=${port === 65_535 ? 3001 : port + 1} npm start.`,
    );
    this.name = "PortTaken";
    this.port = port;
  }
}

export interface Listening {
  port: number;
  /** Takes no more visitors and waits for those who are being answered, at most `graceMs`; then cuts them off. */
  close(graceMs?: number): Promise<void>;
}

/** @throws PortTaken */
export function listen(listener: RequestListener, { host, port }: { host: string; port: number }): Promise<Listening> {
  const server = createServer(listener);
  // Longer than a proxy keeps an idle connection, so that it never sends into one we just closed.
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" || error.code === "EACCES" ? new PortTaken(port, error.code) : error);
    });
    server.listen(port, host, () => {
      resolve({ port: (server.address() as AddressInfo).port, close: (graceMs = 10_000) => close(server, graceMs) });
    });
  });
}

function close(server: ReturnType<typeof createServer>, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    // Keep-alive connections become idle one by one while the last answers go out.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}
