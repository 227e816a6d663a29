import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireFresh, requireStaff } from "#app/auth/index.server.ts";
import { namesOf } from "#app/cases/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { isId } from "#app/platform/ids.ts";
import { zonedMs } from "#workflows/calendar/index.ts";
import { type Difference, differences } from "#workflows/catalogue/diff.ts";
import { affectedCases, concernsOf } from "./affected.server.ts";
import {
  catalogueAt,
  draftEdition,
  type EditionKind,
  editionKinds,
  NotPublished,
  publishDraft,
} from "./editions.server.ts";
import { csvOf, hasCsv, type ImportProblem, readEdition } from "./read-edition.server.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

const ZONE = "Asia/Seoul";
const MOST_BYTES = 5_000_000;
const MOST_SHOWN = 60;

const isKind = (text: unknown): text is EditionKind => (editionKinds as readonly unknown[]).includes(text);

/** All editions of a kind and the drafts that wait. */
export async function loadEditions(args: Args) {
  const { platform } = args.context;
  const { viewer } = await requireStaff(platform, args.request);
  const asked = new URL(args.request.url).searchParams.get("kind");
  const kind = isKind(asked) ? asked : "catalogue";
  await catalogueAt(platform, platform.now());
  const [editions, drafts] = await Promise.all([
    platform.pool.query<{
      number: number;
      valid_from: Date;
      note: string;
      drafted_by: string;
      published_by: string;
      published_at: Date;
    }>(
      "select number, valid_from, note, drafted_by, published_by, published_at from reference_version where kind = $1 order by number desc limit 50",
      [kind],
    ),
    platform.pool.query<{ id: string; kind: EditionKind; note: string; drafted_by: string; drafted_at: Date }>(
      "select id, kind, note, drafted_by, drafted_at from reference_draft order by drafted_at desc limit 50",
    ),
  ]);
  const names = await namesOf(
    platform.pool,
    [...editions.rows, ...drafts.rows].flatMap((row) =>
      "published_by" in row ? [row.drafted_by, row.published_by] : [row.drafted_by],
    ),
  );
  const now = platform.now();
  const inForce = editions.rows.find((row) => row.valid_from <= now)?.number ?? null;
  return {
    kind,
    kinds: editionKinds,
    hasTable: hasCsv(kind),
    mayDraft: viewer.roles.some((role) => role === "admin" || role === "advisor" || role === "integration"),
    editions: editions.rows.map((row) => ({
      number: row.number,
      validFrom: row.valid_from.toISOString(),
      state:
        row.number === inForce ? ("current" as const) : row.valid_from > now ? ("coming" as const) : ("past" as const),
      note: row.note,
      draftedBy: names.get(row.drafted_by) ?? "",
      publishedBy: names.get(row.published_by) ?? "",
      isShipped: row.drafted_by === "system",
    })),
    drafts: drafts.rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      note: row.note,
      draftedBy: names.get(row.drafted_by) ?? "",
      draftedAt: row.drafted_at.toISOString(),
    })),
  };
}

/** Reads a file, checks it whole, and keeps it as a draft; or says everything that is wrong with it. */
export async function importEdition(args: Args) {
  const { platform } = args.context;
  const { viewer } = await requireStaff(platform, args.request, "admin", "advisor", "integration");
  const lang = await langOf(args.request);
  // Said before it is read: the form is held in memory whole.
  if (Number(args.request.headers.get("Content-Length") ?? 0) > MOST_BYTES + 100_000) {
    return data(
      { errors: { file: "tooLarge" } as Record<string, string>, problems: [] as ImportProblem[], note: "" },
      413,
    );
  }
  const form = await args.request.formData();
  const [kind, file, note] = [form.get("kind"), form.get("file"), String(form.get("note") ?? "").trim()];
  const refuse = (errors: Record<string, string>) => data({ errors, problems: [] as ImportProblem[], note }, 422);
  if (!isKind(kind)) throw new Response(null, { status: 400 });
  if (!(file instanceof File) || file.size === 0) return refuse({ file: "file.missing" });
  if (file.size > MOST_BYTES) return refuse({ file: "tooLarge" });
  if (note === "") return refuse({ note: "note.missing" });
  const text = decode(await file.arrayBuffer());
  if (text === null) return refuse({ file: "notUtf8" });
  const read = readEdition(kind, text, await catalogueAt(platform, platform.now()), lang);
  if (!read.ok) return data({ errors: read.errors, problems: read.problems, note }, 422);
  try {
    const id = await draftEdition(platform, { kind, data: read.data, note: note.slice(0, 500), by: viewer.userId });
    return redirect(`/console/catalogue/${id}`);
  } catch (error) {
    if (error instanceof NotPublished) return refuse({ file: error.problem });
    throw error;
  }
}

function decode(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A draft beside what is in force: what it changes, and whom. */
export async function loadDraft(args: Args) {
  const { platform } = args.context;
  const { viewer } = await requireStaff(platform, args.request);
  if (!isId(args.params.draftId)) throw new Response(null, { status: 404 });
  const { rows } = await platform.pool.query<{
    id: string;
    kind: EditionKind;
    data: unknown;
    note: string;
    drafted_by: string;
    drafted_at: Date;
    newest: unknown;
    number: number;
    based_on: number;
  }>(
    `select d.*, v.data as newest, v.number from reference_draft d
     join lateral (select data, number from reference_version where kind = d.kind order by number desc limit 1) v on true
     where d.id = $1`,
    [args.params.draftId],
  );
  const row = rows[0];
  if (!row) throw new Response(null, { status: 404 });
  const changes = differences(row.newest, row.data);
  const [affected, names] = await Promise.all([
    affectedCases(platform, concernsOf(row.kind, changes, row.newest, row.data)),
    namesOf(platform.pool, [row.drafted_by]),
  ]);
  return {
    id: row.id,
    kind: row.kind,
    note: row.note,
    draftedBy: names.get(row.drafted_by) ?? "",
    draftedAt: row.drafted_at.toISOString(),
    isOwn: row.drafted_by === viewer.userId,
    isOutdated: row.based_on !== row.number,
    mayPublish: viewer.roles.some((role) => role === "admin" || role === "approver"),
    changes: changes.slice(0, MOST_SHOWN).map(said),
    more: Math.max(0, changes.length - MOST_SHOWN),
    affected,
    now: platform.now().toISOString(),
  };
}

const said = ({ path, change, before, after }: Difference) => ({
  path,
  change,
  before: shortly(before),
  after: shortly(after),
});

function shortly(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

/** "publish" by somebody else than the author, with a fresh second factor; "discard" by anybody who may draft. */
export async function draftAction(args: Args) {
  const { platform } = args.context;
  // Who is there comes before what is there.
  await requireStaff(platform, args.request);
  const { draftId } = args.params;
  if (!isId(draftId)) throw new Response(null, { status: 404 });
  const form = await args.request.formData();
  if (form.get("_intent") === "discard") {
    await requireStaff(platform, args.request, "admin", "advisor", "integration");
    await platform.pool.query("delete from reference_draft where id = $1", [draftId]);
    return redirect("/console/catalogue");
  }
  const { viewer } = await requireStaff(platform, args.request, "admin", "approver");
  requireFresh(platform, args.request, viewer);
  const typed = String(form.get("validFrom") ?? "");
  const validFrom = typed === "" ? platform.now() : instantOf(typed);
  if (!validFrom) return data({ errors: { validFrom: "validFrom.wrong" } }, 422);
  try {
    const seenAt = String(form.get("_seen") ?? "");
    await publishDraft(platform, { draftId, by: viewer.userId, validFrom, seenAt });
  } catch (error) {
    if (error instanceof NotPublished) return data({ errors: { "": error.problem } }, 409);
    throw error;
  }
  return redirect("/console/catalogue");
}

/** A day, or a day and a time, as clocks in Seoul show it. */
function instantOf(typed: string): Date | null {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?$/.exec(typed);
  if (!found?.[1] || Number.isNaN(Date.parse(found[1]))) return null;
  return new Date(zonedMs(found[1], found[2] ?? "00:00", ZONE));
}

/** An edition as a file: JSON whole, or the methods as CSV. */
export async function exportEdition(args: Args): Promise<Response> {
  const { platform } = args.context;
  await requireStaff(platform, args.request);
  const asked = new URL(args.request.url).searchParams;
  const kind = asked.get("kind");
  const number = Number(asked.get("number") ?? 0);
  if (!isKind(kind) || !Number.isInteger(number)) throw new Response(null, { status: 404 });
  const { rows } = await platform.pool.query<{ data: unknown; number: number }>(
    "select data, number from reference_version where kind = $1 and ($2 = 0 or number = $2) order by number desc limit 1",
    [kind, number],
  );
  const row = rows[0];
  if (!row) throw new Response(null, { status: 404 });
  const csv = asked.get("format") === "csv" ? csvOf(kind, row.data) : null;
  const isCsv = csv !== null;
  const body = csv ?? `${JSON.stringify(row.data, null, 2)}\n`;
  return new Response(body, {
    headers: {
      "Content-Type": isCsv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${kind}-${row.number}.${isCsv ? "csv" : "json"}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
