import { z } from "zod";
import type { Platform } from "#app/platform/platform.ts";
import type { ExpectedBusiness } from "./business/compare.ts";

// Only what is compared; the forms themselves belong to the KYC room.
const Business = z.object({
  data: z.object({
    legalName: z.string(),
    legalNameEn: z.string().optional(),
    tradeName: z.string().optional(),
    registeredAddress: z.string(),
    phone: z.string(),
    numbers: z.array(z.object({ kind: z.string(), value: z.string() })),
  }),
});
const People = z.object({
  people: z.array(z.object({ name: z.string(), nameLatin: z.string().optional(), offices: z.array(z.string()) })),
});

/** What the merchant has filed about the company, as far as a site can be held against it; null before anything was filed. */
export async function expectedOf({ pool }: Pick<Platform, "pool">, caseId: string): Promise<ExpectedBusiness | null> {
  const { rows } = await pool.query<{ item: string; body: unknown }>(
    `select distinct on (item) item, body from kyc_revision
     where case_id = $1 and item in ('data:business', 'data:people') order by item, saved_at desc, id desc`,
    [caseId],
  );
  const business = Business.safeParse(rows.find(({ item }) => item === "data:business")?.body).data?.data;
  if (!business) return null;
  const people = People.safeParse(rows.find(({ item }) => item === "data:people")?.body).data?.people ?? [];
  const heads = people.filter(({ offices }) => offices.includes("representative"));
  const numberOf = (kind: string) => business.numbers.find((number) => number.kind === kind)?.value ?? null;
  return {
    companyName: business.legalName,
    otherNames: [business.legalNameEn, business.tradeName].filter((name) => name !== undefined),
    representative: heads.length > 0 ? heads.map(({ name }) => name).join(", ") : null,
    representatives: heads.map(({ name, nameLatin }) => [name, ...(nameLatin === undefined ? [] : [nameLatin])]),
    bizRegNo: numberOf("kr.businessNumber") ?? business.numbers[0]?.value ?? null,
    address: business.registeredAddress,
    phone: business.phone,
    mailOrderNo: numberOf("kr.mailOrderNumber"),
  };
}
