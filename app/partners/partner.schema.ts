import { z } from "zod";
import { contrastWithWhite } from "./accent.ts";
import { linkDays, Prefill, Reference } from "./prefill.schema.ts";

const text = (most: number, missing: string) => z.string(missing).trim().min(1, missing).max(most);

/** What staff write down of a partner; the same form makes and changes it. */
export const PartnerFacts = z.object({
  nameKo: text(60, "partner.name.missing"),
  nameEn: text(60, "partner.name.missing"),
  wordmark: text(24, "partner.wordmark.missing"),
  accent: z
    .string("partner.accent.wrong")
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, "partner.accent.wrong")
    .refine((colour) => contrastWithWhite(colour) >= 4.5, "partner.accent.tooLight"),
  contactName: text(80, "partner.contactName.missing"),
  contactMail: z.string("form.notEmail").trim().toLowerCase().max(254).pipe(z.email("form.notEmail")),
  masterName: z.string().trim().max(80).optional(),
  masterKey: z
    .string()
    .trim()
    .regex(/^[A-Za-z]{16}$/, "partner.masterKey.wrong")
    .optional(),
});
export type PartnerFacts = z.infer<typeof PartnerFacts>;

export const Slug = z
  .string("partner.slug.wrong")
  .trim()
  .toLowerCase()
  .min(2, "partner.slug.wrong")
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "partner.slug.wrong");

export const NewPartner = PartnerFacts.extend({ slug: Slug });
export type NewPartner = z.infer<typeof NewPartner>;

/** What a partner's key may be used for. */
export const PartnerScope = z.enum(["referrals.write", "referrals.read", "funnel.read"]);
export type PartnerScope = z.infer<typeof PartnerScope>;

/** Days until a key ends by itself. */
export const keyLives = ["90", "365", "never"] as const;
/** Hours an older key works beside the one that takes its place. */
export const overlaps = ["0", "1", "24", "72", "168"] as const;

/** Everything the console's page of a partner may ask for, beside changing its facts. */
export const PartnerAct = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("pause") }),
  z.object({ intent: z.literal("resume") }),
  z.object({
    intent: z.literal("makeKey"),
    _key: z.uuid(),
    name: text(60, "partner.keyName.missing"),
    scopes: z.array(PartnerScope).min(1, "partner.scopes.missing"),
    life: z.enum(keyLives),
  }),
  z.object({ intent: z.literal("rotateKey"), _key: z.uuid(), id: z.uuid(), overlapHours: z.enum(overlaps) }),
  z.object({ intent: z.literal("revokeKey"), id: z.uuid() }),
  z.object({ intent: z.literal("revokeLink"), id: z.uuid() }),
]);
export type PartnerAct = z.infer<typeof PartnerAct>;

const { company_name, service_url, contact_name, contact_email } = Prefill.shape;

/** A link that staff make: the little they know of a merchant. */
export const NewLink = z.object({
  reference: Reference.optional(),
  days: z.coerce.number<string>().int().min(linkDays.least).max(linkDays.most),
  company_name,
  service_url,
  contact_name,
  contact_email,
});
