import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

/** What reached the outside: each thing said in words that are the same in every run, and the id by which its receiver knows it again. */
export interface Note {
  what: "mail" | "webhook" | "payment" | "refund" | "screening" | "secret";
  says: string;
  id: string;
}

/** Everybody Gangway talks to, on loopback: a mail server, a shop's webhook receiver, a PSP, a screening service. They outlive its processes. */
export interface World extends AsyncDisposable {
  smtpUrl: string;
  /** `127.0.0.1:port` of all that speaks HTTP. */
  httpHost: string;
  ports: number[];
  notes: Note[];
  /** Until nobody is connected any more: what a killed process had sent has been read. */
  quiet(): Promise<void>;
}

const anyPublicId = /\b(GW|CH)-[23456789A-Z]{8}\b/g;

export async function openWorld(): Promise<World> {
  const notes: Note[] = [];
  const sockets = new Set<Socket>();
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, session, callback) {
      buffer(stream)
        .then(async (raw) => {
          const letter = await PostalMime.parse(raw);
          const to = session.envelope.rcptTo.map(({ address }) => address).join(",");
          const says = `${to}: ${letter.subject?.replaceAll(anyPublicId, "$1-…")}`;
          notes.push({ what: "mail", says, id: letter.messageId ?? "none" });
          callback();
        })
        .catch(callback);
    },
  });
  smtp.on("error", () => {}); // a client that is killed is what this is about
  smtp.server.on("connection", (socket: Socket) => watch(sockets, socket));
  smtp.listen(0, "127.0.0.1");
  await once(smtp.server, "listening");

  const http = createServer(async (request, response) => {
    const body = (await buffer(request).catch(() => null))?.toString();
    // Broken off in the middle: never a whole request, so never heard.
    if (body === undefined || !request.complete) return;
    const answered = hear(notes, request.method ?? "GET", request.url ?? "/", request.headers, body);
    // Nobody keeps a connection that nobody needs: `quiet` waits for the last one.
    response.writeHead(200, { "content-type": "application/json", connection: "close" }).end(JSON.stringify(answered));
  });
  http.on("connection", (socket: Socket) => watch(sockets, socket));
  http.listen(0, "127.0.0.1");
  await once(http, "listening");

  const [smtpPort, httpPort] = [smtp.server, http].map((server) => (server.address() as AddressInfo).port);
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    httpHost: `127.0.0.1:${httpPort}`,
    ports: [smtpPort!, httpPort!],
    notes,
    async quiet() {
      while (sockets.size > 0) await new Promise((done) => setTimeout(done, 5));
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([new Promise<void>((done) => smtp.close(done)), new Promise((done) => http.close(done))]);
    },
  };
}

function watch(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket);
  socket.once("close", () => sockets.delete(socket)).on("error", () => {});
}

type Headers = Record<string, string | string[] | undefined>;

/** The shop notes what it is told, the screening finds nobody, and the PSP keeps its promise: one payment an order, one refund a key. */
function hear(notes: Note[], method: string, url: string, headers: Headers, body: string): object {
  const path = url.split("/").filter(Boolean);
  if (path[0] === "hook") {
    const told = JSON.parse(body) as { type: string; status?: string };
    notes.push({ what: "webhook", says: `${told.type} ${told.status ?? ""}`, id: String(headers["webhook-id"]) });
    return {};
  }
  if (path[0] === "match") {
    notes.push({ what: "screening", says: "somebody", id: String(headers["idempotency-key"]) });
    return { responses: { q: { results: [] } } };
  }
  const orderRef = path[1] ?? "";
  if (method === "POST" && path[2] === "refunds") {
    const { amount, idempotency_key: key } = JSON.parse(body) as { amount: string; idempotency_key: string };
    notes.push({ what: "refund", says: "the small payment", id: `${orderRef}/${key}` });
    return { refund_ref: `R-${key}`, amount, status: "SUCCESS" };
  }
  if (method === "POST") {
    const order = JSON.parse(body) as { merchant_order_id: string; amount: string; currency: string };
    notes.push({ what: "payment", says: `${order.amount} ${order.currency}`, id: order.merchant_order_id });
    const ref = refOf(order);
    return { order_ref: ref, redirect_url: `http://127.0.0.1/pay/${ref}` };
  }
  // The reference carries what was ordered: this PSP remembers nothing but what it heard.
  const [orderNo = "", amount = "", currency = ""] = Buffer.from(orderRef, "hex").toString().split("|");
  return {
    order_ref: orderRef,
    merchant_order_ref: orderNo,
    channel_order_ref: `C-${orderNo}`,
    status: "Success",
    amount,
    currency,
    refunded_amount: 0,
  };
}

const refOf = ({ merchant_order_id: orderNo, amount, currency }: Record<string, string>) =>
  Buffer.from(`${orderNo}|${amount}|${currency}`).toString("hex");
