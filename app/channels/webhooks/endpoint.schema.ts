import { z } from "zod";

export const environments = ["sandbox", "live"] as const;
export const Environment = z.enum(environments);
export type Environment = z.infer<typeof Environment>;

/** What a merchant can be told of; keys as the aggregator's API has them. */
export const webhookTypes = ["payment_status", "refund_status", "onboarding_status"] as const;
export const WebhookType = z.enum(webhookTypes);
export type WebhookType = z.infer<typeof WebhookType>;

const hasCredentials = ({ username, password }: URL) => Boolean(username || password);

/** A merchant's webhook endpoint as it is typed in. Whether plain http will do is asked by the server: only outside production. */
export const NewEndpoint = z.object({
  environment: Environment,
  name: z.string().trim().min(1, "endpoint.name.missing").max(60, "endpoint.name.tooLong"),
  url: z
    .url({ protocol: /^https?$/, error: "endpoint.url.notUrl" })
    .max(1000, "endpoint.url.tooLong")
    .refine((text) => !URL.canParse(text) || !hasCredentials(new URL(text)), "endpoint.url.credentials"),
  types: z.array(WebhookType).min(1, "endpoint.types.none"),
});
export type NewEndpoint = z.infer<typeof NewEndpoint>;
