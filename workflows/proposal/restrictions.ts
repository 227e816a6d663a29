import { z } from "zod";
import { Both } from "../catalogue/catalogue.ts";
import { Industry } from "../kyc/profile.ts";

/** What one list says of one trade. */
export const RestrictionRule = z.object({
  list: z.string(),
  rule: z.enum(["prohibited", "conditional", "review", "guarantee", "moreData"]),
  /** The Korean PGs that will look at it at all. */
  pgs: z.array(z.string()).min(1).optional(),
  note: Both.optional(),
});
export type RestrictionRule = z.infer<typeof RestrictionRule>;

export const RestrictedCategory = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: Both,
  keywords: z.object({ ko: z.array(z.string()), en: z.array(z.string()), ja: z.array(z.string()) }),
  rules: z.array(RestrictionRule).min(1),
  /** Always looked at by a person, whatever a list allows. */
  isCrimeRelated: z.literal(true).optional(),
  /** The trade as the KYC policy knows it, where it asks for a licence or words on the site. */
  kycIndustry: Industry.optional(),
});
export type RestrictedCategory = z.infer<typeof RestrictedCategory>;

/** One version of who refuses what. Being absent from a list is no promise of acceptance. */
export const RestrictionBook = z.object({
  isIndicative: z.literal(true),
  lists: z.array(
    z.object({
      list: z.string(),
      name: Both,
      channels: z.array(z.string()).min(1),
      onlyMethods: z.array(z.string()).optional(),
      exceptMethods: z.array(z.string()).optional(),
    }),
  ),
  categories: z.array(RestrictedCategory),
});
export type RestrictionBook = z.infer<typeof RestrictionBook>;

/** How a channel stands to a merchant's trades, from best to worst. `noList`: the PSP publishes none, so a person asks. */
export const standings = ["clear", "moreData", "guarantee", "conditional", "review", "noList", "prohibited"] as const;
export type Standing = (typeof standings)[number];

export interface RestrictionFinding {
  category: string;
  list: string;
  standing: Exclude<Standing, "clear" | "noList">;
  note: { ko: string; en: string } | null;
  pgs: readonly string[];
}

/**
 * What the lists say about a merchant's trades at one channel's method. PSPs differ, so it is asked per channel, and at
 * KICC per method. A crime-related trade is never better than a review by a person, listed or not.
 *
 * @param categories ids of what the merchant sells; unknown ids count as nothing found, the inquiry refuses them
 * @returns the worst standing, and every finding in the order of the book
 */
export function screen(
  book: RestrictionBook,
  categories: readonly string[],
  at: { channel: string; method?: string },
): { standing: Standing; findings: RestrictionFinding[] } {
  const lists = book.lists
    .filter(
      (list) =>
        list.channels.includes(at.channel) &&
        (at.method === undefined ||
          ((!list.onlyMethods || list.onlyMethods.includes(at.method)) && !list.exceptMethods?.includes(at.method))),
    )
    .map((list) => list.list);
  const trades = book.categories.filter((category) => categories.includes(category.id));
  const findings = trades.flatMap((category) =>
    category.rules
      .filter((rule) => lists.includes(rule.list))
      .map((rule) => ({
        category: category.id,
        list: rule.list,
        standing: rule.rule,
        note: rule.note ?? null,
        pgs: rule.pgs ?? [],
      })),
  );
  const worst = findings.reduce<Standing>((so, finding) => worse(so, finding.standing), "clear");
  const needsPerson = trades.some((category) => category.isCrimeRelated) && worst !== "prohibited";
  if (needsPerson) return { standing: worse(worst, "review"), findings };
  if (lists.length === 0 && trades.length > 0) return { standing: "noList", findings };
  return { standing: worst, findings };
}

export const worse = (one: Standing, other: Standing): Standing =>
  standings.indexOf(one) >= standings.indexOf(other) ? one : other;

/** The trades that the KYC policy must know of, for the licences it asks. */
export const kycIndustriesOf = (book: RestrictionBook, categories: readonly string[]): Industry[] => [
  ...new Set(
    book.categories.flatMap((category) =>
      categories.includes(category.id) && category.kycIndustry ? [category.kycIndustry] : [],
    ),
  ),
];
