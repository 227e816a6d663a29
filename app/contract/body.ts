import { z } from "zod";

/** What stands in a contract besides its terms; stored with it, so that it can be read without its PDF. */
export const ContractBody = z.object({
  lang: z.enum(["ko", "en"]),
  publicId: z.string(),
  /** YYYY-MM-DD in Seoul. */
  madeOn: z.string(),
  merchant: z.object({
    legalName: z.string(),
    numbers: z.array(z.string()),
    address: z.string(),
    website: z.string(),
  }),
  lines: z.array(
    z.object({ channel: z.string(), country: z.string(), currency: z.string(), methods: z.array(z.string()) }),
  ),
});
export type ContractBody = z.infer<typeof ContractBody>;

/** A name put under it, as the signatures' page shows it. */
export interface Signature {
  side: "merchant" | "gangway";
  name: string;
  title: string;
  /** ISO 8601. */
  signedAt: string;
  sha256: string;
}
