import type { CaseView } from "#app/engine/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { itemName } from "#app/kyc/index.ts";
import { itemsOf } from "#workflows/kyc/items.ts";

/** What the merchant still has to hand in, or again, with the reviewer's reason. */
export function missingItems({ context }: Pick<CaseView, "context">, lang: Lang): { name: string; reason?: string }[] {
  if (!context.profile || !context.policy) return [];
  return itemsOf(context.profile, context.policy).flatMap((id) => {
    const item = context.items[id];
    if (item && item.state !== "refused") return [];
    return [{ name: itemName(id, lang), ...(item?.reason ? { reason: item.reason } : {}) }];
  });
}
