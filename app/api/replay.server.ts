import { hash } from "node:crypto";
import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { addJob } from "#app/platform/jobs.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { Answer, Call } from "./answering.server.ts";
import { ApiProblem } from "./problem.ts";

/** How long an answer is kept for the same request sent again. */
const KEPT_MS = 24 * 3_600_000;
const KEY = /^[\x21-\x7e]{1,255}$/;

const about = (partnerId: string, key: string) => `api_answer.body/${partnerId}/${key}`;

/**
 * Does the work of a POST in one transaction, once for each Idempotency-Key: sent again within a day it gets the first answer again,
 * also when both were under way at the same moment. Without a key the work is simply done.
 *
 * @param text the body as it came
 * @throws ApiProblem for a key that was sent with something else before
 */
export async function onceForKey(
  { platform, request, asker: { partnerId } }: Call,
  text: string,
  work: (tx: Tx) => Promise<Required<Pick<Answer, "status" | "body">>>,
): Promise<Answer> {
  const key = request.headers.get("Idempotency-Key");
  if (key === null) return inTransaction(platform.pool, work);
  if (!KEY.test(key)) throw new ApiProblem("idempotency_key_invalid");
  const asked = hash("sha256", `${request.method} ${new URL(request.url).pathname}\n${text}`, "hex");
  return inTransaction(platform.pool, async (tx): Promise<Answer> => {
    const at = platform.now();
    await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`api_answer/${partnerId}/${key}`]);
    await forget(tx, at, partnerId);
    const { rows } = await tx.query<{ request: string; status: number; body: string }>(
      "select request, status, body from api_answer where partner_id = $1 and key = $2",
      [partnerId, key],
    );
    const [earlier] = rows;
    if (earlier) {
      if (earlier.request !== asked) throw new ApiProblem("idempotency_key_reused");
      const body = JSON.parse(platform.vault.open(earlier.body, about(partnerId, key))) as object;
      return { status: earlier.status, body, headers: { "Idempotent-Replayed": "true" } };
    }
    const answer = await work(tx);
    await tx.query(
      "insert into api_answer (partner_id, key, request, status, body, made_at) values ($1,$2,$3,$4,$5,$6)",
      [
        partnerId,
        key,
        asked,
        answer.status,
        platform.vault.seal(JSON.stringify(answer.body), about(partnerId, key)),
        at,
      ],
    );
    const runAt = new Date(at.getTime() + KEPT_MS);
    await addJob(tx, { task: "forgetApiAnswers", payload: { partnerId }, key: `api/${partnerId}/forget`, runAt });
    return answer;
  });
}

const forget = (tx: Tx, at: Date, partnerId: string) =>
  tx.query("delete from api_answer where partner_id = $1 and made_at <= $2", [
    partnerId,
    new Date(at.getTime() - KEPT_MS),
  ]);

/** Forgets a partner's answers of more than a day ago. */
export async function forgetApiAnswers(
  { pool, now }: Pick<Platform, "pool" | "now">,
  partnerId: string,
): Promise<void> {
  await forget(pool, now(), partnerId);
}
