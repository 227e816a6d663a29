import type { CaseView } from "#app/engine/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type Checklist, type Line, readChecklist } from "./checklist.server.ts";
import { today } from "./profile.server.ts";
import { latestRevisions, unseal } from "./revisions.server.ts";
import { SealedAccount, SealedPeople } from "./saved.ts";
import { latestScreening, type Screening } from "./screening.server.ts";

export interface Review {
  checklist: Checklist | null;
  screening: Screening | null;
  /** The line that is open, and which of its files. */
  selected: Line | null;
  fileId: string | null;
  /** The line to go to after this one has been judged. */
  next: string | null;
}

const waits = ({ state, kind }: Line) => kind !== "site" && state === "given";

/** Everything the reviewer's page shows, in four queries. Without a wish the first line that waits is open. */
export async function readReview(
  parts: Pick<Platform, "pool" | "now">,
  view: CaseView,
  wish: { item: string | null; file: string | null },
): Promise<Review> {
  const [checklist, screening] = await Promise.all([readChecklist(parts, view), latestScreening(parts, view.id)]);
  const lines = checklist?.lines.filter(({ kind }) => kind !== "site") ?? [];
  const selected = lines.find(({ id }) => id === wish.item) ?? lines.find(waits) ?? lines[0] ?? null;
  const at = selected ? lines.indexOf(selected) : 0;
  const next = [...lines.slice(at + 1), ...lines.slice(0, at)].find(waits)?.id ?? null;
  const fileId = selected?.files.find(({ id }) => id === wish.file)?.id ?? selected?.files[0]?.id ?? null;
  return { checklist, screening, selected, fileId, next };
}

/** Notes that the paper itself has come by post. */
export async function noteOriginal(
  { pool, now }: Pick<Platform, "pool" | "now">,
  view: CaseView,
  item: string,
  by: string,
): Promise<void> {
  await pool.query(
    "insert into kyc_original (case_id, item, received_on, noted_by, noted_at) values ($1,$2,$3,$4,$5) on conflict do nothing",
    [view.id, item, today({ now }), by, now()],
  );
}

export interface Revealed {
  number: string | null;
  bornOn: Record<string, string>;
}

/** Opens what is masked, for one page and with a reason, and writes down who did. */
export async function reveal(
  parts: Pick<Platform, "pool" | "now" | "vault">,
  caseId: string,
  { item, reason, by }: { item: string; reason: string; by: string },
): Promise<Revealed | null> {
  const { people, account } = await latestRevisions(parts, caseId);
  const revision = item === "data:people" ? people : item === "data:settlementAccount" ? account : null;
  if (!revision) return null;
  await parts.pool.query(
    "insert into kyc_reveal (id, case_id, revision_id, reason, by, at) values ($1,$2,$3,$4,$5,$6)",
    [newId(), caseId, revision.id, reason, by, parts.now()],
  );
  const opened = unseal(parts, revision);
  return item === "data:people"
    ? { number: null, bornOn: SealedPeople.parse(opened).bornOn }
    : { number: SealedAccount.parse(opened).number, bornOn: {} };
}
