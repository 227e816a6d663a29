import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createPayment, type PspParts, paymentStatus, refund } from "./index.server.ts";

/** The sandbox's API on a loopback port, for tests of whoever speaks to it over HTTP. */
export async function servingApi(platform: PspParts) {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const request = new Request(new URL(incoming.url!, "http://loopback"), {
      method: incoming.method,
      headers: incoming.headers as Record<string, string>,
      body: incoming.method === "POST" ? Buffer.concat(chunks) : undefined,
    });
    const answer = await respond(platform, request);
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function respond(platform: PspParts, request: Request): Promise<Response> | Response {
  const [, payments, orderRef, refunds] = new URL(request.url).pathname.split("/");
  if (payments !== "payments") return new Response(null, { status: 404 });
  if (!orderRef) return createPayment(platform, request);
  return refunds ? refund(platform, request, orderRef) : paymentStatus(platform, request, orderRef);
}
