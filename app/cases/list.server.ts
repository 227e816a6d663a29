import type { Platform } from "#app/platform/platform.ts";
import type { StatusClass, Turn } from "#workflows/project.ts";
import { statusOf } from "./status.ts";

export interface CaseListItem {
  id: string;
  publicId: string;
  name: string | null;
  phase: string;
  status: StatusClass;
  changedAt: string;
}

interface Row {
  id: string;
  public_id: string;
  phase: string;
  status: "active" | "done";
  turns: Turn[];
  changed_at: Date;
  merchant_name: string | null;
}

/** The cases of these ids, what needs the merchant first, then the newest change first. One query. */
export async function listCases({ pool }: Pick<Platform, "pool">, caseIds: readonly string[]): Promise<CaseListItem[]> {
  const { rows } = await pool.query<Row>(
    `select s.id, s.public_id, s.phase, s.status, s.changed_at, c.merchant_name,
       s.turns || array(select t from subject ch, unnest(ch.turns) t where ch.case_id = s.id and ch.kind = 'channel' and ch.status = 'active') as turns
     from subject s left join case_card c on c.case_id = s.id
     where s.id = any($1::uuid[]) order by ('merchant' = any(s.turns)) desc, s.changed_at desc, s.id`,
    [caseIds],
  );
  return rows.map(({ id, public_id, phase, status, turns, changed_at, merchant_name }) => ({
    id,
    publicId: public_id,
    name: merchant_name,
    phase,
    status: statusOf({ phase, status }, turns.includes("merchant")),
    changedAt: changed_at.toISOString(),
  }));
}
