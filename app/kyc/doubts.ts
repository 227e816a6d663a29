import { z } from "zod";

/**
 * Something that does not fit and yet may be right: kept with the data, said to the merchant, shown to the reviewer.
 * `field` names the form's field, `why` is a key of `doubtWords`.
 */
export const Doubt = z.object({ field: z.string(), why: z.string() });
export type Doubt = z.infer<typeof Doubt>;

/** Legal forms and marks around a company's name, which nobody writes the same way twice. */
const FORMS =
  /주식회사|유한회사|유한책임회사|\(주\)|㈜|\(유\)|株式会社|有限公司|股份有限公司|co\.?,? ?ltd\.?|company limited|corporation|incorporated|limited|pte\.? ltd\.?|sdn\.? bhd\.?|private|gmbh|inc\.?|corp\.?|llc|ltd\.?|plc|s\.?a\.?r?\.?l?\.?$|b\.?v\.?$|k\.?k\.?$/giu;

/** A name without its legal form, spaces, marks and capitals. */
export const plainName = (name: string): string => {
  const folded = name.normalize("NFKC").toLowerCase();
  const bare = folded.replace(FORMS, " ").replace(/[^\p{L}\p{N}]/gu, "");
  return bare === "" ? folded.replace(/[^\p{L}\p{N}]/gu, "") : bare;
};

export const isSameName = (one: string, other: string): boolean => plainName(one) === plainName(other);
