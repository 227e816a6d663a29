import { createHmac } from "node:crypto";
import { isId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";

/**
 * The idempotency key of a posted form: its own id and what it says, so that pressing twice is one saving, while the same page sent
 * again with other words is another. Keyed, for it stands in the log: nobody finds an account number by trying.
 *
 * @throws a 400 Response when the form carries no id: it was none of ours
 */
export function formKeyOf({ config }: Pick<Platform, "config">, form: FormData): string {
  const id = form.get("_key");
  if (typeof id !== "string" || !isId(id)) throw new Response(null, { status: 400 });
  const said = [...form].filter(([name]) => !name.startsWith("_"));
  const mark = createHmac("sha256", config.sessionSecret).update(JSON.stringify(said)).digest("hex");
  return `${id}/${mark.slice(0, 16)}`;
}
