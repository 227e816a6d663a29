/**
 * The four conditions a shop meets before its KYC is approved, in the order in which they are shown.
 * Stored in reports and in the log: add, never rename.
 *
 * - `products`: goods with a name and a fixed price, at least three physical or one digital
 * - `shippingPolicy`: how, where, when and for how much goods arrive (digital: how and when access is given)
 * - `refundPolicy`: until when, on what terms and how an order is cancelled, returned or refunded
 * - `checkout`: an order page with a working payment function
 */
export const siteRequirements = ["products", "shippingPolicy", "refundPolicy", "checkout"] as const;
export type SiteRequirement = (typeof siteRequirements)[number];

/** What the evidence says of one condition. `unsure` goes to a person; it never counts as met. */
export const siteVerdicts = ["fulfilled", "not", "unsure"] as const;
export type SiteVerdict = (typeof siteVerdicts)[number];

/** Whether all four are met: the gate before KYC may be approved. A missing verdict is not a pass. */
export const allFulfilled = (verdicts: Partial<Record<SiteRequirement, SiteVerdict>>): boolean =>
  siteRequirements.every((requirement) => verdicts[requirement] === "fulfilled");
