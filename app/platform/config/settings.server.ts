import { z } from "zod";

const Key = z.object({ id: z.string(), key: z.instanceof(Uint8Array) });
/** A key for data at rest: 32 bytes under a short name that sealed text carries. */
export type EncryptionKey = z.infer<typeof Key>;

/** `id:base64,id:base64`, newest first. */
const EncryptionKeys = z.string().transform((text, issue): EncryptionKey[] => {
  const keys = text.split(",").map((pair) => {
    const [id = "", base64 = ""] = pair.trim().split(/:(.*)/s);
    return { id, key: new Uint8Array(Buffer.from(base64, "base64")) };
  });
  const names = new Set(keys.map(({ id }) => id));
  if (
    !keys.every(({ id, key }) => /^[a-z0-9][a-z0-9-]{0,15}$/.test(id) && key.length === 32) ||
    names.size < keys.length
  ) {
    issue.addIssue(
      "must be id:key pairs with commas between them, newest first, each id once and each key 32 bytes in base64",
    );
  }
  return keys;
});

const address = (protocols: string[], example: string) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be an address such as ${example}`,
    );

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .refine(
      (text) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max,
      `must be a whole number from ${min} to ${max}`,
    )
    .transform(Number);

const isSwitch = z.enum(["true", "false"], "must be true or false").transform((text) => text === "true");

/** Every setting as it may stand in the environment or in `.env`; `.env.example` describes each. */
export const Settings = z.object({
  GANGWAY_MODE: z.enum(["development", "production"], "must be development or production").optional(),
  NODE_ENV: z.string().optional(),
  HOST: z.string().optional(),
  PORT: wholeNumber(0, 65_535).default(3000),
  PUBLIC_URL: address(["http:", "https:"], "https://gangway.example")
    .refine((text) => URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`, "must have no path")
    .optional(),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  DATA_DIR: z.string().default(".data"),
  PREBUILT: isSwitch.default(false),
  DATABASE_URL: address(["postgres:", "postgresql:"], "postgresql://user:password@host:5432/gangway").optional(),
  DATABASE_CONNECTIONS: wholeNumber(2, 500).default(20),
  WORKER_CONCURRENCY: wholeNumber(1, 100).default(5),
  SESSION_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  ENCRYPTION_KEYS: EncryptionKeys.optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_ENDPOINT: address(["http:", "https:"], "https://s3.example").optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_FORCE_PATH_STYLE: isSwitch.optional(),
  SMTP_URL: address(["smtp:", "smtps:"], "smtps://user:password@mail.example:465").optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\r\n"]+ )?<?[^\s<>@,;]+@[^\s<>@,;]+>?$/,
      "must be an address such as Gangway <hello@gangway.example>",
    )
    .optional(),
  SCREENER_URL: address(["http:", "https:"], "https://screening.example/match/default").optional(),
  SCREENER_API_KEY: z.string().optional(),
  SCREENING_LIST: z.string().optional(),
  PSP_URL: address(["http:", "https:"], "https://api.psp.example/v1").optional(),
  PSP_CLIENT_KEY: z.string().optional(),
  PSP_SECRET_KEY: z.string().optional(),
  SITE_CHECK_ALLOW: z
    .string()
    .transform((text) => text.split(",").map((part) => part.trim()))
    .refine(
      (list) => list.every((part) => /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\]):\d{1,5}$/i.test(part)),
      "must be host:port pairs with commas between them",
    )
    .optional(),
  DEMO_MERCHANTS: isSwitch.default(true),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error"], "must be trace, debug, info, warn or error")
    .default("info"),
});
export type Settings = z.infer<typeof Settings>;
