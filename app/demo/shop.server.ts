import express from "express";
import type { Config } from "#app/platform/config/config.server.ts";
import { type Listening, listen, PortTaken } from "#app/server/listen.server.ts";
import { demoCompany, demoShop } from "#app/site/demo-shop/index.server.ts";

export interface DemoShop extends AsyncDisposable {
  url: string;
  /** As SITE_CHECK_ALLOW writes it. */
  host: string;
}

/**
 * The demo shop on a loopback port beside Gangway's own (a free one where that is free), so that a site check has something to visit.
 *
 * @returns null in production, and where the port belongs to somebody else
 */
export async function openDemoShop({ mode, port }: Pick<Config, "mode" | "port">): Promise<DemoShop | null> {
  if (mode === "production") return null;
  const beside = port === 0 || port === 65_535 ? 0 : port + 1;
  const at = (shopPort: number, server: Listening | null): DemoShop => ({
    url: `http://127.0.0.1:${shopPort}/`,
    host: `127.0.0.1:${shopPort}`,
    [Symbol.asyncDispose]: async () => server?.close(0),
  });
  try {
    const server = await listen(express().use(demoShop({ variant: "good" })), { host: "127.0.0.1", port: beside });
    return at(server.port, server);
  } catch (error) {
    if (!(error instanceof PortTaken)) throw error;
    // Web and worker may run apart: whoever came first serves it for both.
    return (await isOurs(beside)) ? at(beside, null) : null;
  }
}

const isOurs = async (port: number): Promise<boolean> => {
  const signal = AbortSignal.timeout(2_000);
  const page = await fetch(`http://127.0.0.1:${port}/`, { signal }).then(
    (answer) => answer.text(),
    () => "",
  );
  return page.includes(demoCompany.companyName);
};
