import { goodsKinds } from "./check.schema.ts";

/** The kinds of goods as a choice. */
export const goodsOptions = (names: Record<(typeof goodsKinds)[number], string>) =>
  goodsKinds.map((value) => ({ value, label: names[value] }));
