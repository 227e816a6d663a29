import { z } from "zod";
import { siteRequirements, siteVerdicts } from "#workflows/site/requirements.ts";

/** Where something was read: text and a place, never markup that could run. */
export const Span = z.object({
  url: z.string(),
  quote: z.string(),
  selector: z.string(),
  /** Name in storage of a picture of the place, when a browser took one. */
  shot: z.string().nullable().default(null),
});
export type Span = z.infer<typeof Span>;

const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

/** What the evidence says of one condition. `reason` is a key of `words.reasons` and `words.fixes`. */
export const RequirementResult = z.object({
  requirement: z.enum(siteRequirements),
  verdict: z.enum(siteVerdicts),
  rule: z.string(),
  version: z.number().int(),
  reason: z.string(),
  fix: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  url: z.string().nullable(),
  evidence: z.array(Span),
  facts: Facts,
});
export type RequirementResult = z.infer<typeof RequirementResult>;

/** Something a person should look at. `blocks`: before KYC; `before`: before the card company looks; `advice`: good to have. */
export const Notice = z.object({
  code: z.string(),
  severity: z.enum(["blocks", "before", "advice"]),
  facts: Facts,
  evidence: z.array(Span),
});
export type Notice = z.infer<typeof Notice>;

export const FieldComparison = z.object({
  field: z.enum(["companyName", "representative", "bizRegNo", "address", "phone", "mailOrderNo"]),
  /** `mobile`: a pocket's number where a company's is asked for. */
  outcome: z.enum(["same", "different", "missing", "mobile", "notAsked"]),
  onSite: z.string().nullable(),
  expected: z.string().nullable(),
  where: z.enum(["home", "checkout", "site"]),
  evidence: Span.nullable(),
});
export type FieldComparison = z.infer<typeof FieldComparison>;

const nullable = z.string().nullable();
export const BusinessData = z.object({
  companyName: nullable,
  bizRegNo: nullable,
  bizRegNoValid: z.boolean().nullable(),
  representative: nullable,
  address: nullable,
  phone: nullable,
  phoneIsMobile: z.boolean().nullable(),
  mailOrderNo: nullable,
  email: nullable,
});
export type BusinessData = z.infer<typeof BusinessData>;

export const RestrictedHint = z.object({
  category: z.string(),
  /** Per payment company: P prohibited, C conditional, R individual review, G more guarantee, A only some after review. */
  lists: z.array(z.object({ psp: z.string(), code: z.enum(["P", "C", "R", "G", "A"]) })),
  words: z.array(z.string()),
  evidence: z.array(Span),
});
export type RestrictedHint = z.infer<typeof RestrictedHint>;

export const PageSummary = z.object({
  url: z.string(),
  status: z.number().int(),
  kind: z.string(),
  lang: z.string(),
  charset: z.string(),
  sha256: z.string(),
  fetchedAt: z.string(),
  via: z.enum(["fetch", "browser", "file"]),
  says: z.record(z.enum(siteRequirements), z.boolean().nullable()),
});
export type PageSummary = z.infer<typeof PageSummary>;

/** A whole check of a shop, as it is stored, shown to both sides and handed on. */
export const SiteReport = z.object({
  version: z.literal(1),
  rulesVersion: z.string(),
  origin: z.string(),
  lang: z.string(),
  goods: z.enum(["physical", "digital", "both", "unknown"]),
  startedAt: z.string(),
  finishedAt: z.string(),
  requirements: z.record(z.enum(siteRequirements), RequirementResult),
  business: BusinessData,
  businessFound: z.array(z.object({ field: z.string(), value: z.string(), evidence: Span })),
  comparison: z.array(FieldComparison),
  tokushoho: z.object({ present: z.boolean(), items: z.array(z.string()), url: nullable }),
  products: z.array(
    z.object({
      name: z.string(),
      price: z.number().nullable(),
      currency: nullable,
      url: z.string(),
      soldOut: z.boolean(),
      flaw: nullable,
    }),
  ),
  notices: z.array(Notice),
  restricted: z.array(RestrictedHint),
  pages: z.array(PageSummary),
  unreachable: z.array(z.object({ url: z.string(), why: z.string() })),
  leftOut: z.number().int(),
  robots: z.enum(["allowed", "disallowed", "none"]),
  /** Name in storage of the archive (JSON, gzip): every page's HTML, headers and hashes. */
  archiveName: nullable,
});
export type SiteReport = z.infer<typeof SiteReport>;
