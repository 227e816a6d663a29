import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { caseAndCard, memberOf, namesOf, postedEvent } from "#app/cases/index.server.ts";
import { catalogueAt } from "#app/catalogue/index.server.ts";
import { dispatch, offersFor, orRefused } from "#app/engine/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { isId, newId } from "#app/platform/ids.ts";
import { AcceptProposal, DeclineProposal, WantChanges } from "#workflows/onboarding/events.ts";
import { channelLines, withdrawnLines } from "#workflows/proposal/compose.ts";
import { changesSaid } from "./differences.server.ts";
import { forecastView } from "./forecast.server.ts";
import { preScreenView } from "./pre-screen.server.ts";
import { channelName } from "./say.server.ts";
import { addNote, bookOfVersion, readNotes, readVersions } from "./store.server.ts";
import { proposalView } from "./view.server.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** The newest proposal, or the version asked for by `?version=`, as its merchant reads it. */
export async function loadProposal(args: Args) {
  const { platform } = args.context;
  const { actor, caseId } = await memberOf(args);
  const [{ view }, versions, notes, lang] = await Promise.all([
    caseAndCard(args.context, caseId),
    readVersions(platform.pool, caseId),
    readNotes(platform.pool, caseId),
    langOf(args.request),
  ]);
  const wanted = Number(new URL(args.request.url).searchParams.get("version") ?? 0);
  const shown = versions.find((one) => one.version === wanted) ?? versions[0];
  const formKey = newId();
  const offers = offersFor(view, view, actor, platform.now());
  if (!shown) return { caseId, formKey, offers, shown: null };

  const before = versions.find((one) => one.version === shown.version - 1);
  const [book, bookBefore, names] = await Promise.all([
    bookOfVersion(platform, shown),
    before ? bookOfVersion(platform, before) : null,
    namesOf(platform.pool, [shown.sentBy, ...notes.map((note) => note.authorId)]),
  ]);
  const { proposal, facts, choices } = shown.content;
  const accepted = new Set(view.context.lines.map((line) => `${line.channel}/${line.country}/${line.currency}`));
  return {
    caseId,
    formKey,
    offers,
    shown: {
      proposalId: shown.proposalId,
      version: shown.version,
      isNewest: shown === versions[0],
      versions: versions.map((one) => one.version),
      message: choices.message,
      advisor: names.get(shown.sentBy) ?? "",
      sentAt: shown.sentAt.toISOString(),
      validUntil: shown.validUntil.toISOString(),
      view: proposalView(book, facts, proposal, lang),
      preScreen: preScreenView(view, book.guide),
      forecast: forecastView(book, facts, channelLines(proposal), { lang, now: platform.now() }),
      accepted:
        accepted.size > 0 ? proposal.lines.flatMap((line, place) => (accepted.has(line.key) ? [place] : [])) : null,
      changes:
        before && bookBefore
          ? changesSaid({ book: bookBefore, proposal: before.content.proposal }, { book, proposal }, lang)
          : [],
      notes: notes
        .filter((note) => note.kind !== "wish")
        .map(({ id, line, kind, about, text, authorId, at }) => ({
          id,
          line,
          kind,
          about,
          text,
          author: names.get(authorId) ?? "",
          at: at.toISOString(),
        })),
    },
  };
}

const Decision = z.discriminatedUnion("type", [AcceptProposal, WantChanges, DeclineProposal]);

/** Decides on the proposal, or asks about a line of it. */
export async function proposalAction(args: Args) {
  const { platform } = args.context;
  const { actor, caseId } = await memberOf(args);
  const form = await args.request.formData();
  if (form.get("_intent") === "ask") return ask(args, caseId, actor.id, form);

  const { event, key, problem } = await postedEvent(args.request, Decision, form);
  if (problem) return data({ ...problem, refused: null }, 422);
  const { view } = await caseAndCard(args.context, caseId);
  if (event.type === "ACCEPT_PROPOSAL") {
    // What was sold when the proposal was sent may have been withdrawn: nothing is opened that cannot go live.
    const { guide } = await catalogueAt(platform, platform.now());
    const lines = event.lines.flatMap((place) => view.context.proposal?.lines[place] ?? []);
    const gone = withdrawnLines(guide, lines);
    if (gone.length > 0) {
      return data({ withdrawn: gone.map((line) => channelName(guide, line.channel)).join(", "), values: event }, 409);
    }
  }
  const { refused } = await orRefused(
    dispatch(platform, {
      subject: caseId,
      event,
      actor,
      idempotencyKey: key,
      also: async (tx) => {
        if (event.type !== "WANT_CHANGES") return;
        const version = view.context.proposal?.version ?? 1;
        await addNote(tx, caseId, {
          id: newId(),
          version,
          line: null,
          kind: "wish",
          about: null,
          text: event.wish,
          authorId: actor.id,
          side: "merchant",
          at: platform.now(),
        });
      },
    }),
  );
  if (refused) return data({ refused, values: event }, 409);
  return redirect(`/cases/${caseId}`);
}

async function ask(args: Args, caseId: string, authorId: string, form: FormData) {
  const { pool, now } = args.context.platform;
  const id = form.get("_key");
  const text = String(form.get("text") ?? "").trim();
  const line = Number(form.get("line"));
  if (typeof id !== "string" || !isId(id) || !Number.isInteger(line) || line < 0)
    throw new Response(null, { status: 400 });
  if (text === "") return data({ errors: { [`text-${line}`]: "note.missing" } }, 422);
  const versions = await readVersions(pool, caseId);
  const newest = versions[0];
  if (!newest || line >= newest.content.proposal.lines.length) throw new Response(null, { status: 404 });
  await addNote(pool, caseId, {
    id,
    version: newest.version,
    line,
    kind: "question",
    about: null,
    text: text.slice(0, 4000),
    authorId,
    side: "merchant",
    at: now(),
  });
  return redirect(`/cases/${caseId}/proposal?asked=${line}#line-${line}`);
}
