import type { Platform } from "#app/platform/platform.ts";
import { ageOf } from "#workflows/kyc/document-age.ts";
import { policyOf } from "#workflows/kyc/policies.ts";
import { requirementsFor } from "#workflows/kyc/requirements.ts";
import type { Line } from "./checklist.server.ts";
import { changePaper, type Handing, openLine } from "./papers.server.ts";
import { today } from "./profile.server.ts";

type Parts = Pick<Platform, "pool" | "now" | "log">;
export type Edited = { refused: string[] | null; problem: string | null };

/** Says when a paper was issued and until when it is valid. */
export async function saveDates(
  parts: Parts,
  handing: Handing,
  { item, issuedOn, validUntilOn }: { item: string; issuedOn: string | null; validUntilOn: string | null },
): Promise<Edited> {
  const found = await openLine(parts, handing.view, item);
  if ("problem" in found) return { refused: null, problem: found.problem };
  const on = today(parts);
  if (issuedOn && issuedOn > on) return { refused: null, problem: "paper.future" };
  const after = aged(parts, handing, { ...found.line, issuedOn, validUntilOn });
  const refused = await changePaper(parts, handing, after, async (tx) => {
    await tx.query(
      `insert into kyc_draft (case_id, item, issued_on, valid_until_on, changed_at) values ($1,$2,$3,$4,$5)
       on conflict (case_id, item) do update set issued_on = excluded.issued_on, valid_until_on = excluded.valid_until_on, changed_at = excluded.changed_at`,
      [handing.view.id, item, issuedOn, validUntilOn, parts.now()],
    );
  });
  return { refused, problem: refused ? null : after.age?.state === "stale" ? "paper.stale" : null };
}

/** Takes one file out of a paper; its object is kept with the case, its line is gone. */
export async function removeFile(parts: Parts, handing: Handing, fileId: string): Promise<Edited> {
  const { rows } = await parts.pool.query<{ item: string }>(
    "select item from kyc_file where id = $1 and case_id = $2 and removed_at is null",
    [fileId, handing.view.id],
  );
  // Gone already: pressed twice, or by somebody else of the team.
  if (!rows[0]) return { refused: null, problem: null };
  const found = await openLine(parts, handing.view, rows[0].item);
  if ("problem" in found) return { refused: null, problem: found.problem };
  const after = { ...found.line, files: found.line.files.filter(({ id }) => id !== fileId) };
  const refused = await changePaper(parts, handing, after, async (tx) => {
    await tx.query("update kyc_file set removed_at = $2 where id = $1 and removed_at is null", [fileId, parts.now()]);
  });
  return { refused, problem: null };
}

/** The line with its age reckoned anew for other dates. */
export function aged(parts: Pick<Platform, "now">, { view }: Pick<Handing, "view">, line: Line): Line {
  const { profile, policy } = view.context;
  if (!profile || !policy) return line;
  const asked = requirementsFor(profile, policyOf(policy)).find(({ id }) => id === line.id);
  if (!asked || line.files.length === 0 || (asked.maxAgeMonths === null && !asked.expires))
    return { ...line, age: null };
  return { ...line, age: ageOf(line, asked, today(parts)) };
}
