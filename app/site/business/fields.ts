import type { BusinessInfo } from "./extract.ts";

/** Every field of the company's data, in the order in which it is shown. */
export const businessFields = [
  "companyName",
  "bizRegNo",
  "bizRegNoValid",
  "representative",
  "address",
  "phone",
  "phoneIsMobile",
  "mailOrderNo",
  "email",
] as const satisfies readonly (keyof BusinessInfo)[];
