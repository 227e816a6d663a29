import { createHash } from "node:crypto";
import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { writeCard } from "#app/cases/index.server.ts";
import { dispatch, EventRefused, system } from "#app/engine/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { Resemblance, Subject } from "#app/platform/screener/screener.ts";
import { latestRevisions, type Revisions, unseal } from "./revisions.server.ts";
import { SealedPeople } from "./saved.ts";

type Parts = Pick<Platform, "pool" | "now" | "log" | "vault" | "screener">;

const Job = z.object({ caseId: z.uuid() });

export interface Match extends Resemblance {
  /** Whom it resembles: `company`, or the id of a person or company of the case. */
  subject: string;
  subjectName: string;
}

export interface Screening {
  id: string;
  state: "running" | "clear" | "hit" | "failed";
  list: string | null;
  subjects: number;
  matches: Match[];
  startedAt: Date;
  finishedAt: Date | null;
}

/** What the machine asks of this room. A task may run twice; the job's key makes the second time harmless, here and at the vendor. */
export const tasks = (parts: Parts): TaskList => ({
  async startScreening(payload, { job }) {
    const { caseId } = Job.parse(payload);
    await screenCase(parts, caseId, job.key ?? job.id);
  },
});

/**
 * Looks up the company, the companies above it and everybody behind it, and tells the case.
 *
 * A technical failure is told to nobody as a result: the job is tried again, and the case waits. Nobody to look up is a question for a
 * person, never a pass; neither is a look into no list.
 */
export async function screenCase(parts: Parts, caseId: string, key: string): Promise<void> {
  const id = uuidOf(key);
  const subjects = subjectsOf(parts, await latestRevisions(parts, caseId));
  await parts.pool.query(
    `insert into kyc_screening (id, case_id, state, subjects, started_at) values ($1,$2,'running',$3,$4)
     on conflict (id) do update set state = case when kyc_screening.state = 'failed' then 'running' else kyc_screening.state end`,
    [id, caseId, subjects.length, parts.now()],
  );
  const found: Match[] = [];
  let list: string | null = null;
  try {
    for (const [place, { id: subject, ...about }] of subjects.entries()) {
      const answer = await parts.screener.screen(about, `${key}/${place}`);
      list = answer.list;
      found.push(...answer.found.map((one) => ({ ...one, subject, subjectName: about.names[0] ?? "" })));
    }
  } catch (error) {
    await parts.pool.query("update kyc_screening set state = 'failed', finished_at = $2 where id = $1", [
      id,
      parts.now(),
    ]);
    throw error;
  }
  const outcome = list !== null && found.length === 0 ? "clear" : "hit";
  const risk = Math.max(0, ...found.map(({ score }) => score));
  try {
    await dispatch(parts, {
      subject: caseId,
      actor: system,
      idempotencyKey: key,
      event: { type: "RECORD_SCREENING", screeningId: id, outcome },
      also: async (tx) => {
        await tx.query("update kyc_screening set state = $2, list = $3, matches = $4, finished_at = $5 where id = $1", [
          id,
          outcome,
          list,
          JSON.stringify(found),
          parts.now(),
        ]);
        await writeCard(tx, { caseId, risk }, parts.now());
      },
    });
  } catch (error) {
    // The case has moved on (sent back, withdrawn): nobody waits for this answer any more.
    if (!(error instanceof EventRefused)) throw error;
    await parts.pool.query(
      "update kyc_screening set state = $2, list = $3, matches = $4, finished_at = $5 where id = $1",
      [id, outcome, list, JSON.stringify(found), parts.now()],
    );
  }
}

function subjectsOf(parts: Parts, { business, people }: Revisions): (Subject & { id: string })[] {
  const bornOn = people ? SealedPeople.parse(unseal(parts, people)).bornOn : {};
  const company = business?.body.data;
  const names = (...all: (string | undefined)[]) => all.filter((name): name is string => Boolean(name));
  return [
    ...(company
      ? [
          {
            id: "company",
            kind: "company" as const,
            names: names(company.legalName, company.legalNameEn, company.tradeName),
            country: company.country,
            bornOn: null,
          },
        ]
      : []),
    ...(people?.body.people ?? []).map(({ id, name, nameLatin, nationality }) => ({
      id,
      kind: "person" as const,
      names: names(name, nameLatin),
      country: nationality,
      bornOn: bornOn[id] ?? null,
    })),
    ...(people?.body.companies ?? []).map(({ id, name, country }) => ({
      id,
      kind: "company" as const,
      names: [name],
      country,
      bornOn: null,
    })),
  ];
}

/** The newest look into the lists of a case. */
export async function latestScreening({ pool }: Pick<Platform, "pool">, caseId: string): Promise<Screening | null> {
  const { rows } = await pool.query<Screening & Record<string, unknown>>(
    `select id, state, list, subjects, matches, started_at as "startedAt", finished_at as "finishedAt"
     from kyc_screening where case_id = $1 order by started_at desc, id desc limit 1`,
    [caseId],
  );
  return rows[0] ?? null;
}

/** The same job is the same look: a name-based UUID (RFC 9562, version 8). */
function uuidOf(key: string): string {
  const hex = createHash("sha256").update(`screening/${key}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
