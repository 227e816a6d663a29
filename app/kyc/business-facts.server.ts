import type { Platform } from "#app/platform/platform.ts";
import { latestRevisions } from "./revisions.server.ts";

/** What the merchant's site has to agree with, and what a contract names: plain facts, nothing sealed. */
export interface BusinessFacts {
  legalName: string;
  legalNameEn: string;
  tradeName: string | null;
  country: string;
  /** As their countries write them, by kind (`kr.businessNumber`, …). */
  numbers: Record<string, string>;
  representatives: string[];
  address: string;
  phone: string;
  website: string;
}

/** Null until the merchant has saved its business data. */
export async function businessFacts(parts: Pick<Platform, "pool">, caseId: string): Promise<BusinessFacts | null> {
  const { business, people } = await latestRevisions(parts, caseId);
  if (!business) return null;
  const { legalName, legalNameEn, tradeName, country, numbers, registeredAddress, phone, website } = business.body.data;
  return {
    legalName,
    legalNameEn,
    tradeName: tradeName ?? null,
    country,
    numbers: Object.fromEntries(numbers.map(({ kind, value }) => [kind, value])),
    representatives: (people?.body.people ?? [])
      .filter(({ offices }) => offices.includes("representative"))
      .map(({ name }) => name),
    address: registeredAddress,
    phone,
    website,
  };
}
