import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import type { Pool } from "pg";
import { type CaseCard, writeCard } from "#app/cases/card.server.ts";
import { loadCatalogue } from "#app/catalogue/index.server.ts";
import { aesVault } from "#app/platform/vault/aes-vault.server.ts";
import { testConfig } from "#tests/config.ts";
import { walk } from "#tests/walk.ts";

/** A clock that stands at a Wednesday morning in Seoul until it is moved. */
export function standingClock(at = "2026-09-02T01:00:00Z") {
  let now = new Date(at);
  return { now: () => now, pass: (ms: number) => (now = new Date(now.getTime() + ms)) };
}

export const partsOf = (pool: Pool, now: () => Date) => ({ pool, now, config: testConfig() });

/** What the server hands to loaders and actions, with the parts that pages of cases read. */
export const contextOf = (pool: Pool, now: () => Date): AppLoadContext =>
  ({
    platform: {
      ...partsOf(pool, now),
      vault: aesVault(testConfig().encryptionKeys),
      log: { info() {}, warn() {}, error() {} },
    },
    nonce: "",
    requestId: "test",
    ip: "127.0.0.1",
  }) as unknown as AppLoadContext;

export const argsOf = (
  pool: Pool,
  now: () => Date,
  request: Request,
  params: Record<string, string> = {},
): LoaderFunctionArgs => ({ request, params, context: contextOf(pool, now) });

/** The Response that a loader threw. */
export async function thrown(work: () => Promise<unknown>): Promise<Response> {
  try {
    await work();
  } catch (answer) {
    if (answer instanceof Response) return answer;
    throw answer;
  }
  throw new Error("nothing was thrown");
}

/** A case with a card, to be walked on. */
export async function caseWithCard(pool: Pool, now: () => Date, card: Partial<CaseCard> = {}) {
  await loadCatalogue({ pool, now });
  const one = await walk({ pool, now });
  await writeCard(
    pool,
    {
      caseId: one.caseId,
      merchantName: "나들이 커피",
      contactName: "이하늘",
      contactEmail: "haneul@nadeuri.example",
      lang: "ko",
      countries: ["VN", "ID"],
      website: "https://nadeuri.example",
      volumeBand: "100m-500m",
      risk: null,
      ...card,
    },
    now(),
  );
  return one;
}
