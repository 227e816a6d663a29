import { checkIdentifier, type IdentifierKind } from "#workflows/kyc/identifiers/index.ts";

const byLanguage: Record<string, IdentifierKind[]> = {
  ja: ["jp.corporateNumber", "jp.invoiceNumber", "jp.companyRegistrationNumber"],
  zh: ["tw.unifiedNumber", "cn.socialCreditCode", "hk.businessRegistration"],
  vi: ["vn.taxCode"],
  th: ["th.taxId"],
  id: ["id.npwp", "id.nib"],
};

// None of the kinds above carries a year, so the day of the check does not matter to them.
const ANY_DAY = "9999-12-31";

/**
 * Whether a number found on a site passes the arithmetic of its country. Existence is another matter.
 *
 * A number of ten digits is a Korean one wherever the page is in Korean or English or the hyphens say so.
 */
export function isValidRegistration(text: string, lang: string): boolean {
  const digits = text.replace(/\D/g, "");
  const looksKorean = /^\d{3}-\d{2}-\d{5}$/.test(text) || (digits.length === 10 && !byLanguage[lang]);
  if (looksKorean) return checkIdentifier("kr.businessNumber", text, ANY_DAY).ok;
  const kinds = byLanguage[lang];
  return kinds ? kinds.some((kind) => checkIdentifier(kind, text, ANY_DAY).ok) : digits.length >= 7;
}
