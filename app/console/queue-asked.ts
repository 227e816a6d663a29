import { z } from "zod";

/** How a desk can be sorted; a minus in front turns it round. */
export const sortKeys = ["due", "since", "merchant", "risk"] as const;
export type SortKey = (typeof sortKeys)[number];
const sorts = sortKeys.flatMap((key) => [key, `-${key}`] as const);
export type Sort = SortKey | `-${SortKey}`;

const blank = (value: unknown) => (value === "" ? undefined : value);

/** A way of looking at a desk: what its address says. Anything else in the address is passed over. */
export const QueueAsked = z.object({
  sort: z.enum(sorts as [Sort, ...Sort[]]).catch("due"),
  /** Part of a merchant's name or website. */
  q: z.preprocess(blank, z.string().trim().max(100).optional()).catch(undefined),
  country: z
    .preprocess(
      blank,
      z
        .string()
        .regex(/^([A-Z]{2}|GLOBAL)$/)
        .optional(),
    )
    .catch(undefined),
  due: z.preprocess(blank, z.enum(["late", "today"]).optional()).catch(undefined),
  risk: z.preprocess(blank, z.enum(["low", "medium", "high"]).optional()).catch(undefined),
  turn: z.preprocess(blank, z.enum(["us", "psp"]).optional()).catch(undefined),
  state: z
    .preprocess(
      blank,
      z
        .string()
        .regex(/^[A-Za-z.]{1,80}$/)
        .optional(),
    )
    .catch(undefined),
  mine: z.preprocess(blank, z.literal("1").optional()).catch(undefined),
});
export type QueueAsked = z.infer<typeof QueueAsked>;

export const askedOf = (params: URLSearchParams): QueueAsked => QueueAsked.parse(Object.fromEntries(params));

const order = ["q", "country", "state", "turn", "due", "risk", "mine", "sort"] as const;

/** The same view always becomes the same text: what is kept under a name, and what tells the current one. */
export function queryOf(asked: Partial<QueueAsked>): string {
  const params = new URLSearchParams();
  for (const key of order) {
    const value = asked[key];
    if (value && !(key === "sort" && value === "due")) params.set(key, value);
  }
  return params.toString();
}

/** Views that everybody has. */
export const builtInViews = [
  { key: "all", query: "" },
  { key: "late", query: queryOf({ due: "late" }) },
  { key: "today", query: queryOf({ due: "today" }) },
  { key: "mine", query: queryOf({ mine: "1" }) },
  { key: "risky", query: queryOf({ risk: "high", sort: "-risk" }) },
] as const;
