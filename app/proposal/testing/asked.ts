import type { Pool } from "pg";
import { loadCatalogue } from "#app/catalogue/index.server.ts";
import { submitInquiry } from "#app/inquiry/index.server.ts";
import { wholeAnswers } from "#app/inquiry/testing/answers.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { testConfig } from "#tests/config.ts";
import { signedIn } from "#tests/viewer.ts";

/** Monday morning in Seoul. */
const monday = new Date("2026-11-23T01:00:00Z");

/** A merchant whose inquiry is in, an advisor at the desk, and pages to ask: loaders and actions get what the server would hand them. */
export async function asked(pool: Pool, ways: Record<string, string[]> = { VN: ["zalopay"], ID: ["linkaja", "dana"] }) {
  let at = monday;
  const now = () => at;
  const config = testConfig();
  const platform = { pool, now, config, log: { info() {}, warn() {}, error() {} } } as unknown as Platform;
  await loadCatalogue(platform);
  const writer = await signedIn({ pool, now, config }, { lang: "en" });
  const draftId = newId();
  await pool.query(
    `insert into inquiry_draft (id, token_hash, answers, touched, version, created_at, changed_at, case_ids) values ($1,$4,$2,'{}',1,$3,$3,'{}')`,
    [draftId, JSON.stringify(wholeAnswers(ways)), at, draftId],
  );
  const sent = await submitInquiry(platform, { draftId, viewer: writer.viewer });
  if (!sent.ok) throw new Error(JSON.stringify(sent.problems));
  const [caseId = ""] = sent.caseIds;
  const merchant = await signedIn({ pool, now, config }, { lang: "en", caseIds: sent.caseIds });
  const advisor = await signedIn({ pool, now, config }, { roles: ["advisor"], name: "Kim Advisor", lang: "en" });

  /** What a route's loader or action is called with. */
  const args = (
    who: { request(path: string, init?: RequestInit): Request },
    path: string,
    body?: [string, string][],
  ) => ({
    request: who.request(
      path,
      body
        ? { method: "POST", body: new URLSearchParams(body), headers: { "Accept-Language": "en" } }
        : { headers: { "Accept-Language": "en" } },
    ),
    params: { caseId },
    context: { platform, nonce: "", requestId: "test", ip: "127.0.0.1" },
  });
  return {
    platform,
    caseId,
    caseIds: sent.caseIds,
    merchant,
    advisor,
    args,
    key: () => newId(),
    wait: (days: number) => {
      at = new Date(at.getTime() + days * 86_400_000);
    },
  };
}
