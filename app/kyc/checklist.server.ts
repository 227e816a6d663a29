import type { CaseView } from "#app/engine/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type AgeState, ageOf, oldestIssueOn } from "#workflows/kyc/document-age.ts";
import { policyOf } from "#workflows/kyc/policies.ts";
import type { Duty } from "#workflows/kyc/policy.ts";
import { type Requirement, requirementsFor } from "#workflows/kyc/requirements.ts";
import { today } from "./profile.server.ts";
import { dataItems, latestRevisions, type Revisions } from "./revisions.server.ts";

export interface FileLine {
  id: string;
  name: string;
  type: string;
  bytes: number;
  pages: number;
  width: number | null;
  height: number | null;
  uploadedAt: Date;
}

/** One line of the checklist, with all that either side has to know of it. */
export interface Line {
  id: string;
  kind: Requirement["kind"];
  about: string;
  personId: string | null;
  person: string | null;
  duty: Duty;
  copies: number;
  needsOriginal: boolean;
  /** `draft`: something is there and something is still missing, so that it has not been handed in. */
  state: "missing" | "draft" | "given" | "accepted" | "refused";
  reason: string | null;
  /** What was handed in: id of a paper or of a revision. */
  ref: string | null;
  files: FileLine[];
  issuedOn: string | null;
  validUntilOn: string | null;
  asksIssuedOn: boolean;
  asksValidUntilOn: boolean;
  /** Null where nothing can grow too old. */
  age: { state: AgeState; lastGoodOn: string | null } | null;
  oldestIssueOn: string | null;
  originalReceivedOn: string | null;
}

export interface Checklist {
  lines: Line[];
  revisions: Revisions;
  policy: string;
  on: string;
}

interface PaperRow {
  item: string;
  files: (Omit<FileLine, "uploadedAt"> & { uploadedAt: string })[];
  issued_on: string | null;
  valid_until_on: string | null;
  received_on: string | null;
}

/** Everything asked of the case's merchant and what has come in of it, in two queries; null until the profile is known. */
export async function readChecklist(
  platform: Pick<Platform, "pool" | "now">,
  view: Pick<CaseView, "id" | "context">,
): Promise<Checklist | null> {
  const { profile, policy } = view.context;
  if (!profile || !policy) return null;
  const [revisions, papers] = await Promise.all([latestRevisions(platform, view.id), readPapers(platform, view.id)]);
  const on = today(platform);
  const names = new Map(revisions.people?.body.people.map(({ id, name }) => [id, name]));
  const lines = requirementsFor(profile, policyOf(policy)).map((asked) =>
    lineOf(asked, view.context, papers.get(asked.id), on, asked.personId ? (names.get(asked.personId) ?? null) : null),
  );
  return { lines, revisions, policy, on };
}

/** Present files, dates and arrivals of every item of a case. */
async function readPapers({ pool }: Pick<Platform, "pool">, caseId: string): Promise<Map<string, PaperRow>> {
  const { rows } = await pool.query<PaperRow & Record<string, unknown>>(
    `select item, coalesce(f.files, '[]') as files, d.issued_on, d.valid_until_on, o.received_on
     from (select item, json_agg(json_build_object('id', id, 'name', name, 'type', type, 'bytes', bytes, 'pages', pages, 'width', width,
             'height', height, 'uploadedAt', uploaded_at) order by uploaded_at, id) as files
           from kyc_file where case_id = $1 and removed_at is null group by item) f
     full join (select item, issued_on, valid_until_on from kyc_draft where case_id = $1) d using (item)
     full join (select item, received_on from kyc_original where case_id = $1) o using (item)`,
    [caseId],
  );
  return new Map(rows.map((row) => [row.item, row]));
}

function lineOf(
  asked: Requirement,
  { items }: CaseView["context"],
  paper: PaperRow | undefined,
  on: string,
  person: string | null,
): Line {
  const item = items[asked.id];
  const files = (paper?.files ?? []).map((file) => ({ ...file, uploadedAt: new Date(file.uploadedAt) }));
  const dates = { issuedOn: paper?.issued_on ?? null, validUntilOn: paper?.valid_until_on ?? null };
  const canAge = asked.maxAgeMonths !== null || asked.expires;
  return {
    id: asked.id,
    kind: asked.kind,
    about: asked.about,
    personId: asked.personId,
    person,
    duty: asked.duty,
    copies: asked.copies,
    needsOriginal: asked.needsOriginal,
    state: item?.state ?? (files.length > 0 ? "draft" : "missing"),
    reason: item?.reason ?? null,
    ref: item?.ref ?? null,
    files,
    ...dates,
    asksIssuedOn: asked.maxAgeMonths !== null,
    asksValidUntilOn: asked.expires,
    age: canAge && files.length > 0 ? ageOf(dates, asked, on) : null,
    oldestIssueOn: asked.maxAgeMonths === null ? null : oldestIssueOn(on, asked.maxAgeMonths),
    originalReceivedOn: paper?.received_on ?? null,
  };
}

/** Why a paper cannot be handed in as it is; null when it can. Keys of `problems`. */
export function gapOf({
  files,
  age,
  asksIssuedOn,
  issuedOn,
}: Pick<Line, "files" | "age" | "asksIssuedOn" | "issuedOn">) {
  if (files.length === 0) return "paper.noFile" as const;
  if (asksIssuedOn && !issuedOn) return "paper.noDate" as const;
  if (age?.state === "issuedInFuture") return "paper.future" as const;
  if (age?.state === "stale") return "paper.stale" as const;
  return null;
}

export const isDataItem = (id: string): id is (typeof dataItems)[number] =>
  (dataItems as readonly string[]).includes(id);
