import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { emitWebhook } from "./emit.server.ts";
import type { Environment } from "./endpoint.schema.ts";

/**
 * The test button: tells one endpoint something harmless, in the ordinary way.
 *
 * @param input.key made with the form: pressing twice is one test
 * @returns whether the case has such an endpoint
 */
export const testEndpoint = (
  { pool, now }: Pick<Platform, "pool" | "now">,
  { id, caseId, key }: { id: string; caseId: string; key: string },
): Promise<boolean> =>
  inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ environment: Environment }>(
      "select environment from webhook_endpoint where id = $1 and case_id = $2 and removed_at is null",
      [id, caseId],
    );
    const [row] = rows;
    if (!row) return false;
    await emitWebhook(tx, {
      caseId,
      channelId: null,
      environment: row.environment,
      type: "test",
      about: "test",
      cause: `test/${id}/${key}`,
      body: { message: "This is a test. Nothing happened." },
      at: now(),
      onlyTo: id,
    });
    return true;
  });
