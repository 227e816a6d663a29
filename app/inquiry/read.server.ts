import type { Tx } from "#app/platform/db/db.server.ts";
import type { Want } from "#workflows/catalogue/coverage.ts";
import { Inquiry } from "./inquiry.schema.ts";

/** An inquiry as it was sent. */
export interface SentInquiry {
  id: string;
  caseId: string;
  answers: Inquiry;
  /** The wishes of this case; those of its other track are in its sister. */
  wants: Want[];
  decided: { track: "crossBorder" | "generalOverseas" | null; editions: Record<string, number> };
  /** Other cases of the same inquiry. */
  sisters: string[];
  submittedAt: Date;
}

interface Row {
  id: string;
  case_id: string;
  answers: unknown;
  wants: Want[];
  decided: SentInquiry["decided"];
  sisters: string[];
  submitted_at: Date;
}

/** What the merchant of a case asked; null when the case did not begin with an inquiry of ours. One query. */
export async function readInquiry(tx: Tx, caseId: string): Promise<SentInquiry | null> {
  const { rows } = await tx.query<Row & Record<string, unknown>>(
    `select i.*, array(select s.case_id from inquiry s where s.draft_id = i.draft_id and s.case_id <> i.case_id order by s.id) as sisters
     from inquiry i where i.case_id = $1`,
    [caseId],
  );
  const row = rows[0];
  if (!row) return null;
  return {
    id: row.id,
    caseId: row.case_id,
    answers: Inquiry.parse(row.answers),
    wants: row.wants,
    decided: row.decided,
    sisters: row.sisters,
    submittedAt: row.submitted_at,
  };
}
