import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export interface Delivered {
  /** Of the envelope: who really gets it. */
  to: string[];
  letter: Email;
  raw: string;
}

/** A mail server on loopback that keeps what it is given. `options` let it refuse. */
export async function smtpServer(
  options: SMTPServerOptions = {},
): Promise<{ url: string; delivered: Delivered[] } & AsyncDisposable> {
  const delivered: Delivered[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, session, callback) {
      buffer(stream)
        .then(async (raw) => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          delivered.push({ to, letter: await PostalMime.parse(raw), raw: raw.toString() });
          callback();
        })
        .catch(callback);
    },
    ...options,
  });
  server.on("error", () => {}); // a client that leaves early is no failure of the test's
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    delivered,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
