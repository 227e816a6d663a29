import { z } from "zod";
import { siteRequirements } from "#workflows/site/requirements.ts";
import { SiteReport } from "./report.schema.ts";

export const goodsKinds = ["physical", "digital", "both"] as const;

/** What the merchant fills in to have the shop visited. */
export const AskCheck = z.object({
  url: z
    .string()
    .trim()
    .min(1, "url.missing")
    .max(500, "url.shape")
    // People type shop.example; the web asks for a scheme.
    .transform((text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), "url.shape"),
  goods: z.enum(goodsKinds, "goods.missing"),
});
export type AskCheck = z.infer<typeof AskCheck>;

/** An account that leads a reviewer behind a login wall. */
export const GiveAccess = z.object({
  url: z.url({ protocol: /^https?$/, error: "url.shape" }).max(500),
  name: z.string().trim().min(1, "name.missing").max(200),
  password: z.string().min(1, "password.missing").max(200),
});
export type GiveAccess = z.infer<typeof GiveAccess>;

export const Progress = z.object({
  phase: z.enum(["visiting", "walking", "judging", "photographing", "done"]),
  pages: z.number().int(),
  known: z.number().int(),
  lastUrl: z.string().nullable(),
  met: z.array(z.enum(siteRequirements)),
});
export type Progress = z.infer<typeof Progress>;

/** One thing that is not as it was. */
export const Change = z.object({
  what: z.enum(["requirement", "pageGone", "field", "products"]),
  /** The condition, the address or the field. */
  name: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  worse: z.boolean(),
});
export type Change = z.infer<typeof Change>;

export const StoredReport = SiteReport;
