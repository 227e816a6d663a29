import { z } from "zod";

/** One text in every language of the house. Search words in further languages stand beside it as plain lists. */
export const Both = z.object({ ko: z.string().min(1), en: z.string().min(1) });

export type Lang = "ko" | "en";

/** ISO 3166-1 alpha-2, upper case. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/, "not a country code");

/** ISO 4217, upper case. */
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/, "not a currency code");

/** Channel and method keys as the aggregator prints them: compared case-exactly, never changed. */
export const ChannelKey = z.string().regex(/^[A-Z0-9_]+$/, "not a channel key");
export const MethodKey = z.string().regex(/^[A-Za-z0-9_]+$/, "not a method key");

export const MethodType = z.enum([
  "wallet",
  "card",
  "bank_transfer",
  "qr",
  "cvs",
  "bnpl",
  "carrier",
  "prepaid",
  "crypto",
  "other",
]);
export type MethodType = z.infer<typeof MethodType>;

export const Region = z.enum([
  "southeast-asia",
  "east-asia",
  "south-asia",
  "oceania",
  "europe",
  "africa",
  "north-america",
]);
export type Region = z.infer<typeof Region>;

export const Currency = z.object({
  code: CurrencyCode,
  /** Digits after the point, by ISO 4217: 0, 2 or 3. */
  minorUnits: z.union([z.literal(0), z.literal(2), z.literal(3)]),
  name: Both,
});

export const Country = z.object({
  code: CountryCode,
  name: Both,
  /** The name in the country's own script. */
  local: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  region: Region,
  isInEu: z.boolean(),
  currency: CurrencyCode,
  languages: z.array(z.string().min(2)).min(1),
  /** Whether the aggregator's public channel index lists the country. */
  inChannelIndex: z.boolean(),
  /** Channels that the index names for the country although their own page does not. */
  indexOnlyChannels: z.array(ChannelKey),
});
export type Country = z.infer<typeof Country>;

/**
 * A way to pay as the buyer knows it: one consumer brand, or one generic way such as cards. What a merchant wants is
 * a brand in a country; which channel's method carries it is the proposal's business.
 */
export const Brand = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: Both,
  local: z.array(z.string().min(1)),
  aliases: z.array(z.string().min(1)),
  type: MethodType,
  /** Where its buyers live, for methods marked global: `null` anywhere, `[]` only where a method lists the country. */
  home: z.array(CountryCode).nullable(),
  about: Both,
});
export type Brand = z.infer<typeof Brand>;

export const ConstraintTag = z.object({
  tag: z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/),
  about: z.enum(["test", "setup", "contract", "operation", "limit", "buyer", "refund"]),
  /** With holes in braces, filled from a constraint's `values`. */
  sentence: Both,
});

export const Constraint = z.object({
  tag: z.string(),
  /** Method keys it holds for; absent means the whole channel. */
  methods: z.array(MethodKey).min(1).optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Constraint = z.infer<typeof Constraint>;

export const BuyerField = z.object({ field: z.string().min(1), label: Both });

export const Refund = z.enum(["partial", "full", "none", "unknown"]);

/** `null` everywhere means: the source does not say. It is shown so and never filled in. */
export const Method = z.object({
  key: MethodKey,
  name: Both,
  type: MethodType,
  brands: z.array(z.string()).min(1),
  countries: z.array(CountryCode),
  /** `EU`: offered in the European Union, without naming countries. */
  regions: z.array(z.literal("EU")),
  isGlobal: z.boolean(),
  currencies: z.array(CurrencyCode).nullable(),
  nonIsoCurrencies: z.array(z.string()).optional(),
  takesAllCurrencies: z.boolean().optional(),
  hasSandbox: z.boolean().nullable(),
  isLive: z.boolean().nullable(),
  /** What can be started through the aggregator. */
  refund: Refund,
  /** Opens the PSP's own selector instead of one method. */
  isAggregate: z.boolean(),
  cardBrands: z.array(z.string()).optional(),
  keySource: z.enum(["assigned", "module", "psp_code"]).optional(),
});
export type Method = z.infer<typeof Method>;

export const CredentialField = z.object({
  key: z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/),
  /** As the PSP's own form prints it. */
  label: z.string().min(1),
  isSecret: z.boolean(),
  hint: z.string().optional(),
});
export type CredentialField = z.infer<typeof CredentialField>;

export const ServiceType = z.enum(["cross_border", "general_overseas", "domestic_kr"]);
export type ServiceType = z.infer<typeof ServiceType>;

export const Channel = z.object({
  key: ChannelKey,
  name: z.string().min(1),
  about: Both,
  /** Where it is set up: the aggregator's Global console or its Korean one. */
  console: z.enum(["global", "korean"]),
  serviceType: ServiceType,
  countries: z.array(CountryCode),
  isGlobal: z.boolean(),
  currencies: z.array(CurrencyCode).nullable(),
  credentialScope: z.enum(["single", "country", "currency"]).nullable(),
  webhook: z.enum(["manual", "unknown"]),
  webhookSetBy: z.enum(["merchant", "psp"]).nullable(),
  hasSandbox: z.boolean().nullable(),
  takesRecurring: z.boolean().nullable(),
  preScreen: z.boolean().nullable(),
  koreanBusinessOnly: z.boolean().nullable(),
  buyerFields: z.object({
    all: z.array(z.string()).nullable(),
    byMethod: z.record(z.string(), z.array(z.string())).optional(),
    byCountry: z.record(z.string(), z.array(z.string())).optional(),
  }),
  keySource: z.enum(["page", "inferred", "assigned", "kr_pg_provider"]),
  credentialFields: z.array(CredentialField).nullable(),
  constraints: z.array(Constraint),
  methods: z.array(Method),
});
export type Channel = z.infer<typeof Channel>;

/** The whole of what can be sold, as one version of it. */
export const Catalogue = z.object({
  countries: z.array(Country),
  currencies: z.array(Currency),
  brands: z.array(Brand),
  constraintTags: z.array(ConstraintTag),
  buyerFields: z.array(BuyerField),
  channels: z.array(Channel),
});
export type Catalogue = z.infer<typeof Catalogue>;
