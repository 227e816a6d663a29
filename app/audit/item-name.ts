import type { Lang } from "#app/i18n/words.ts";

/** What a merchant hands in, by its id in the chart: `doc:businessRegistration`, `data:people`, `doc:representativeId#p1`. */
export const itemName = (id: string, _lang: Lang): string => id.replace(/^(doc|data):/, "").replace(/#.*$/, "");
