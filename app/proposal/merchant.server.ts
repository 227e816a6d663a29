import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { caseAndCard, memberOf, namesOf, postedEvent } from "#app/cases/index.server.ts";
import { catalogueAt } from "#app/catalogue/index.server.ts";
import { dispatch, offersFor, orRefused } from "#app/engine/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { readInquiry } from "#app/inquiry/index.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { isId, newId } from "#app/platform/ids.ts";
import { AcceptProposal, DeclineProposal, WantChanges } from "#workflows/onboarding/events.ts";
import { channelLines, compose, lineKey, withdrawnLines } from "#workflows/proposal/compose.ts";
import { caseOf, suggestedChoices, trackOf } from "./choices.server.ts";
import { countersFrom, type LineWish, wishText } from "./counter.server.ts";
import { declineReasonOf } from "./decline.ts";
import { changesSaid } from "./differences.server.ts";
import { forecastBetween, forecastOfCase, forecastView, sayingNow } from "./forecast.server.ts";
import { preScreenView } from "./pre-screen.server.ts";
import { channelName } from "./say.server.ts";
import { addNote, bookOfVersion, readNotes, readVersions, type SentVersion } from "./store.server.ts";
import { tellOfNote } from "./tell.server.ts";
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
  if (!shown) return { caseId, formKey, offers, shown: null, early: await earlyForecast(platform, caseId, lang) };

  const before = versions.find((one) => one.version === shown.version - 1);
  const [saying, book, { guide: today }, bookBefore, names] = await Promise.all([
    sayingNow(platform, lang),
    bookOfVersion(platform, shown),
    catalogueAt(platform, platform.now()),
    before ? bookOfVersion(platform, before) : null,
    namesOf(platform.pool, [shown.sentBy, ...notes.map((note) => note.authorId)]),
  ]);
  const { proposal, facts, choices } = shown.content;
  const accepted = new Set(view.context.lines.map(lineKey));
  const isTaken = accepted.size > 0;
  // Nothing was lost, and somebody has to say so: what is live goes on, what is under way needs another channel.
  const underWay = view.context.lines.filter(
    (line) => !view.channels.some(({ phase, context }) => phase === "live" && lineKey(context.line) === lineKey(line)),
  );
  const gone = new Set(withdrawnLines(today, isTaken ? underWay : channelLines(proposal)).map(lineKey));
  return {
    caseId,
    formKey,
    offers,
    early: null,
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
      forecast: isTaken
        ? forecastOfCase(book, facts, view.context, saying)
        : forecastView(book, facts, channelLines(proposal), saying),
      isLive: view.phase === "live",
      accepted: isTaken ? proposal.lines.flatMap((line, place) => (accepted.has(line.key) ? [place] : [])) : null,
      gone: proposal.lines.flatMap((line, place) =>
        gone.has(line.key) ? [{ place, name: `${channelName(book.guide, line.channel)} · ${line.country}` }] : [],
      ),
      forecastChange: before
        ? forecastBetween(book, facts, channelLines(before.content.proposal), channelLines(proposal), saying)
        : null,
      changes:
        before && bookBefore
          ? changesSaid({ book: bookBefore, proposal: before.content.proposal }, { book, proposal }, lang)
          : [],
      notes: notes
        .filter((note) => note.line !== null || note.kind !== "wish")
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

/** Before any proposal: what the answer that we would suggest asks of the merchant. */
async function earlyForecast(platform: Args["context"]["platform"], caseId: string, lang: Lang) {
  const [inquiry, book] = await Promise.all([
    readInquiry(platform.pool, caseId),
    catalogueAt(platform, platform.now()),
  ]);
  if (!inquiry) return null;
  const theCase = caseOf(book, inquiry);
  const { lines } = compose(book, theCase.facts, suggestedChoices(book, theCase, trackOf(theCase)));
  return forecastView(book, theCase.facts, channelLines({ lines }), await sayingNow(platform, lang));
}

const Decision = z.discriminatedUnion("type", [AcceptProposal, WantChanges, DeclineProposal]);

/** Decides on the proposal, or asks about a line of it. */
export async function proposalAction(args: Args) {
  const { platform } = args.context;
  const { actor, caseId } = await memberOf(args);
  const form = await args.request.formData();
  if (form.get("_intent") === "ask") return ask(args, caseId, actor.id, form);

  const lang = await langOf(args.request);
  const free = String(form.get("wish") ?? "").trim();
  const counters = countersFrom(form, lang);
  if (!counters.ok) {
    return data({ errors: counters.errors, values: { type: "WANT_CHANGES", wish: free }, refused: null }, 422);
  }
  const versions = counters.wishes.length > 0 ? await readVersions(platform.pool, caseId) : [];
  const lines = versions[0]?.content.proposal.lines ?? [];
  const wishes = counters.wishes.filter(({ line }) => line < lines.length);
  if (wishes.length > 0) form.set("wish", wishText(free, wishes, await namedLines(platform, versions[0]!, lang)));
  const { event, key, problem } = await postedEvent(args.request, Decision, form);
  if (problem) return data({ ...problem, refused: null }, 422);
  const { view } = await caseAndCard(args.context, caseId);
  if (event.type === "ACCEPT_PROPOSAL") {
    // What was sold when the proposal was sent may have been withdrawn: nothing is opened that cannot go live.
    const { guide } = await catalogueAt(platform, platform.now());
    const taken = event.lines.flatMap((place) => view.context.proposal?.lines[place] ?? []);
    const gone = withdrawnLines(guide, taken);
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
        const version = view.context.proposal?.version ?? 1;
        if (event.type === "DECLINE_PROPOSAL") {
          await tx.query("insert into proposal_decline (case_id, version, why, at) values ($1,$2,$3,$4)", [
            caseId,
            version,
            declineReasonOf(form.get("_why")),
            platform.now(),
          ]);
        }
        if (event.type !== "WANT_CHANGES") return;
        const all: (LineWish | { line: null; text: string })[] = [
          ...(free ? [{ line: null, text: free }] : []),
          ...wishes,
        ];
        for (const { line, text } of all) {
          await addNote(tx, caseId, {
            id: newId(),
            version,
            line,
            kind: "wish",
            about: null,
            text,
            authorId: actor.id,
            side: "merchant",
            at: platform.now(),
          });
        }
      },
    }),
  );
  if (refused) return data({ refused, values: event }, 409);
  return redirect(`/cases/${caseId}`);
}

/** The lines of a version as a sentence names them. */
async function namedLines(platform: Args["context"]["platform"], version: SentVersion, lang: Lang) {
  const book = await bookOfVersion(platform, version);
  return proposalView(book, version.content.facts, version.content.proposal, lang).lines;
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
  const said = text.slice(0, 4000);
  await inTransaction(pool, async (tx) => {
    await addNote(tx, caseId, {
      id,
      version: newest.version,
      line,
      kind: "question",
      about: null,
      text: said,
      authorId,
      side: "merchant",
      at: now(),
    });
    await tellOfNote(tx, caseId, id, { letter: "proposalAsked", to: "advisor", note: said });
  });
  return redirect(`/cases/${caseId}/proposal?asked=${line}#line-${line}`);
}
