import { z } from "zod";
import { stages } from "#app/partners/index.ts";
import { linkDays, Prefill, Reference } from "#app/partners/prefill.schema.ts";

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const stageNames = stages.map(snake);
export const stageName = (stage: (typeof stages)[number]): string => snake(stage);

export const CreateReferral = z.strictObject({
  reference: Reference.optional(),
  expires_in_days: z.int().min(linkDays.least).max(linkDays.most).default(linkDays.usual),
  prefill: Prefill.default({}),
});

const Instant = z.iso.datetime();

export const Referral = z.object({
  id: z.string(),
  kind: z.enum(["invitation", "general"]),
  reference: z.string().nullable(),
  created_at: Instant,
  expires_at: Instant.nullable(),
  stage: z.enum(stageNames),
  since: Instant.nullable(),
  channels_open: z.int().nullable(),
});

export const CreatedReferral = Referral.extend({ link: z.url() });

export const ListQuery = z.strictObject({
  limit: z.coerce.number<string>().int().min(1).max(100).default(50),
  after: z.string().optional(),
});
export const ReferralList = z.object({ data: z.array(Referral), next: z.string().nullable() });

const Count = z.int().min(0);
export const FunnelQuery = z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() });
export const FunnelAnswer = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  invited: Count,
  opened: Count,
  inquiry_sent: Count,
  proposal_sent: Count,
  accepted: Count,
  approved: Count,
  live: Count,
  not_shared: Count,
});

export const Problem = z.object({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  request_id: z.string(),
  errors: z.array(z.object({ field: z.string(), code: z.string(), detail: z.string() })).optional(),
});
