import type { Lang } from "#app/i18n/words.ts";
import type { Tx } from "#app/platform/db/db.server.ts";

/** Who a case is about, as lists, letters and search name it. */
export interface CaseCard {
  caseId: string;
  merchantName: string;
  contactName: string;
  contactEmail: string;
  lang: Lang;
  countries: string[];
  website: string | null;
  volumeBand: string | null;
  risk: number | null;
}

/** Writes the card, or what is given of it over what stands there; in the caller's transaction. */
export async function writeCard(tx: Tx, card: Pick<CaseCard, "caseId"> & Partial<CaseCard>, at: Date): Promise<void> {
  const given = Object.entries(card).flatMap(([key, value]) =>
    value === undefined ? [] : [[columns[key as keyof CaseCard], value] as const],
  );
  const names = given.map(([name]) => name);
  await tx
    .query(
      `update case_card set ${names.map((name, place) => `${name} = $${place + 1}`).join(", ")}, changed_at = $${names.length + 1} where case_id = $${names.length + 2}`,
      [...given.map(([, value]) => value), at, card.caseId],
    )
    .then(async ({ rowCount }) => {
      if (rowCount) return;
      await tx.query(
        `insert into case_card (${names.join(", ")}, changed_at${names.includes("countries") ? "" : ", countries"}) values (${names.map((_, place) => `$${place + 1}`).join(", ")}, $${names.length + 1}${names.includes("countries") ? "" : ", '{}'"})`,
        [...given.map(([, value]) => value), at],
      );
    });
}

const columns: Record<keyof CaseCard, string> = {
  caseId: "case_id",
  merchantName: "merchant_name",
  contactName: "contact_name",
  contactEmail: "contact_email",
  lang: "lang",
  countries: "countries",
  website: "website",
  volumeBand: "volume_band",
  risk: "risk",
};

export async function readCard(tx: Tx, caseId: string): Promise<CaseCard | null> {
  const { rows } = await tx.query("select * from case_card where case_id = $1", [caseId]);
  const row = rows[0];
  return row
    ? (Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, row[column]])) as unknown as CaseCard)
    : null;
}
