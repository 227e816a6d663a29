import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type Actor, type CaseView, dispatch, orRefused } from "#app/engine/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { latestRevisions } from "#app/kyc/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { localDay } from "#workflows/calendar/index.ts";
import { ContractBody, type Signature } from "./body.ts";
import { renderContract, renderSigned } from "./render.server.ts";
import { TERMS } from "./terms.ts";

const MAX_BYTES = 20 * 1024 * 1024;

/** One contract as the pages show it. */
export interface ContractView {
  id: string;
  version: number;
  sha256: string;
  pages: number;
  body: ContractBody;
  issuedAt: Date;
  signatures: (Signature & { userId: string })[];
}

interface Row {
  id: string;
  version: number;
  sha256: string;
  pages: number;
  body: unknown;
  object_name: string;
  signed_object: string | null;
  issued_at: Date;
  signatures: {
    side: "merchant" | "gangway";
    name: string;
    title: string;
    signedAt: string;
    sha256: string;
    userId: string;
  }[];
}

const select = `select c.*, coalesce((select jsonb_agg(jsonb_build_object('side', s.side, 'name', s.name, 'title', s.title, 'sha256', s.sha256, 'userId', s.user_id,
    'signedAt', to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by s.signed_at, s.id) from contract_signature s where s.contract_id = c.id), '[]') as signatures
  from contract c`;

const viewOf = ({ id, version, sha256, pages, body, issued_at, signatures }: Row): ContractView => ({
  id,
  version,
  sha256,
  pages,
  body: ContractBody.parse(body),
  issuedAt: issued_at,
  signatures,
});

/** The contract that the case speaks of now; null while there is none, or after the last one became void. */
export async function currentContract({ pool }: Pick<Platform, "pool">, view: CaseView): Promise<ContractView | null> {
  if (!view.context.contract) return null;
  const { rows } = await pool.query<Row & Record<string, unknown>>(`${select} where c.id = $1 and c.case_id = $2`, [
    view.context.contract.id,
    view.id,
  ]);
  return rows[0] ? viewOf(rows[0]) : null;
}

type Parts = Pick<Platform, "pool" | "now" | "log" | "storage">;

/**
 * Draws the contract up from the business data and the accepted lines, keeps its file, and asks the case to take it.
 *
 * The same form twice draws up the same contract: its id is made of the form's key.
 *
 * @returns `problem` when there is no business data yet
 */
export async function issueContract(
  platform: Parts,
  {
    view,
    actor,
    key,
    lang,
    lines,
  }: { view: CaseView; actor: Actor; key: string; lang: Lang; lines: ContractBody["lines"] },
): Promise<{ problem: "noBusinessData" | null; refused: string[] | null }> {
  const business = (await latestRevisions(platform, view.id)).business?.body.data;
  if (!business) return { problem: "noBusinessData", refused: null };
  const { rows } = await platform.pool.query<{ version: number }>(
    "select coalesce(max(version), 0)::int + 1 as version from contract where case_id = $1",
    [view.id],
  );
  const at = platform.now();
  const body: ContractBody = {
    lang,
    publicId: view.publicId,
    madeOn: localDay(at, "Asia/Seoul"),
    merchant: {
      legalName: business.legalName,
      numbers: business.numbers.map(({ value }) => value),
      address: business.registeredAddress,
      website: business.website,
    },
    lines,
  };
  const { pdf, pages } = await renderContract(body);
  const id = newId();
  const objectName = `contracts/${id}/issued.pdf`;
  const { sha256 } = await platform.storage.put(objectName, Readable.from([pdf]), {
    contentType: "application/pdf",
    maxBytes: MAX_BYTES,
  });
  const { done, refused } = await orRefused(
    dispatch(platform, {
      subject: view.id,
      actor,
      idempotencyKey: key,
      event: { type: "ISSUE_CONTRACT", contractId: id, sha256 },
      also: async (tx) => {
        await tx.query(
          "insert into contract (id, case_id, version, terms, body, sha256, pages, object_name, issued_by, issued_at) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)",
          [id, view.id, rows[0]!.version, TERMS, JSON.stringify(body), sha256, pages, objectName, actor.id, at],
        );
      },
    }),
  );
  // A file that no contract speaks of must not stay: refused, or the same form had been sent before.
  if (refused || done?.replayed) await platform.storage.remove(objectName);
  return { problem: null, refused };
}

export interface Signing {
  view: CaseView;
  actor: Actor;
  key: string;
  contractId: string;
  sha256: string;
  name: string;
  title: string;
  consent: string;
  ip: string;
  userAgent: string;
}

/** Puts a name under the contract for one side: the row and the event together. @returns the reasons when the law said no */
export async function sign(platform: Parts, side: Signature["side"], signing: Signing): Promise<string[] | null> {
  const { view, actor, key, contractId, sha256, name, title, consent, ip, userAgent } = signing;
  const { refused } = await orRefused(
    dispatch(platform, {
      subject: view.id,
      actor,
      idempotencyKey: key,
      event: { type: side === "merchant" ? "SIGN_CONTRACT" : "COUNTERSIGN_CONTRACT", contractId, sha256 },
      also: async (tx) => {
        await tx.query(
          "insert into contract_signature (id, contract_id, side, user_id, name, title, consent, sha256, ip, user_agent, signed_at) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)",
          [
            newId(),
            contractId,
            side,
            actor.id,
            name,
            title,
            consent,
            sha256,
            ip,
            userAgent.slice(0, 400),
            platform.now(),
          ],
        );
      },
    }),
  );
  return refused;
}

/**
 * The contract's file: as issued, or, once both have signed, with the signatures' page behind it. The signed copy is made when it is
 * first wanted and kept; two who want it at once get the same one.
 *
 * @returns null when there is no such contract in that case
 */
export async function contractFile(
  platform: Pick<Platform, "pool" | "storage" | "now">,
  caseId: string,
  contractId: string,
): Promise<Readable | null> {
  const { rows } = await platform.pool.query<Row & Record<string, unknown>>(
    `${select} where c.id = $1 and c.case_id = $2`,
    [contractId, caseId],
  );
  const row = rows[0];
  if (!row) return null;
  if (row.signatures.length < 2) return platform.storage.get(row.object_name);
  if (row.signed_object) return platform.storage.get(row.signed_object);
  const issued = await platform.storage.get(row.object_name);
  if (!issued) return null;
  const bytes = await buffer(issued);
  // What was signed is this very file: one that differs is not handed out as signed.
  if (createHash("sha256").update(bytes).digest("hex") !== row.sha256)
    throw new Error(`the file of contract ${row.id} is not the one that was signed`);
  const { body, signatures } = viewOf(row);
  const signed = await renderSigned(bytes, body, signatures);
  const name = `contracts/${row.id}/signed-${newId()}.pdf`;
  const { sha256 } = await platform.storage.put(name, Readable.from([signed]), {
    contentType: "application/pdf",
    maxBytes: MAX_BYTES,
  });
  const { rowCount } = await platform.pool.query(
    "update contract set signed_object = $2, signed_sha256 = $3, signed_at = $4 where id = $1 and signed_object is null",
    [row.id, name, sha256, platform.now()],
  );
  if (rowCount) return Readable.from([signed]);
  await platform.storage.remove(name);
  return contractFile(platform, caseId, contractId);
}
