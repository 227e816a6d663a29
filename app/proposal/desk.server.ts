import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireStaff } from "#app/auth/index.server.ts";
import { caseAndCard, namesOf } from "#app/cases/index.server.ts";
import { type Book, catalogueAt } from "#app/catalogue/index.server.ts";
import { offersFor } from "#app/engine/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { readInquiry } from "#app/inquiry/index.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { isId, newId } from "#app/platform/ids.ts";
import { parseForm } from "#app/ui/form/index.ts";
import { ANYWHERE } from "#workflows/catalogue/coverage.ts";
import { compose, optionsFor, type Proposal } from "#workflows/proposal/compose.ts";
import { percentText } from "#workflows/proposal/money.ts";
import { ChoicesForm, caseOf, choicesFrom, fitted, suggestedChoices, trackOf } from "./choices.server.ts";
import { changesSaid } from "./differences.server.ts";
import { answerPreScreen, isAnswer, preScreenView } from "./pre-screen.server.ts";
import { brandName, channelName, countryName, reasonSentence, type Speaker, wantName } from "./say.server.ts";
import { sendProposal } from "./send.server.ts";
import {
  addNote,
  bookOfVersion,
  type Note,
  readDraft,
  readNotes,
  readVersions,
  type SentVersion,
  saveDraft,
} from "./store.server.ts";
import { tellOfNote } from "./tell.server.ts";
import { type TemplateName, templateNames, templateText } from "./templates.ts";
import { proposalView } from "./view.server.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

const caseIdOf = ({ params }: Args): string => {
  if (!isId(params.caseId)) throw new Response(null, { status: 404 });
  return params.caseId.toLowerCase();
};

/** The advisor's page: the inquiry, what we would answer, and the answer as it stands. */
export async function loadDesk(args: Args) {
  const { platform } = args.context;
  const caseId = caseIdOf(args);
  const { actor } = await requireStaff(platform, args.request);
  const [{ view, card }, inquiry, book, lang, draft, versions, notes] = await Promise.all([
    caseAndCard(args.context, caseId),
    readInquiry(platform.pool, caseId),
    catalogueAt(platform, platform.now()),
    langOf(args.request),
    readDraft(platform.pool, caseId),
    readVersions(platform.pool, caseId),
    readNotes(platform.pool, caseId),
  ]);
  const offers = offersFor(view, view, actor, platform.now());
  const names = await namesOf(platform.pool, [
    ...versions.map((one) => one.sentBy),
    ...notes.map((one) => one.authorId),
  ]);
  const common = {
    caseId,
    formKey: newId(),
    offers,
    preScreen: preScreenView(view, book.guide),
    versions: versions.map(({ version, sentAt, sentBy, validUntil }) => ({
      version,
      sentAt: sentAt.toISOString(),
      sentBy: names.get(sentBy) ?? sentBy,
      validUntil: validUntil.toISOString(),
    })),
    notes: notes.map((note) => ({ ...note, at: note.at.toISOString(), author: names.get(note.authorId) ?? "" })),
  };
  if (!inquiry) return { ...common, desk: null };

  const theCase = caseOf(book, inquiry);
  const saved = draft?.choices ?? versions[0]?.content.choices ?? null;
  const { choices, lost } = saved
    ? fitted(book, theCase, saved)
    : { choices: suggestedChoices(book, theCase, trackOf(theCase)), lost: [] };
  const suggested = suggestedChoices(book, theCase, choices.track);
  const speaker: Speaker = { lang, guide: book.guide, restrictions: book.restrictions };
  const proposal = compose(book, theCase.facts, choices);
  const newest = versions[0];
  const texts = textsFor(book, proposal, card);
  const isUnread = choices.message === "" || choices.message === newest?.content.choices.message;
  const before = newest && { book: await bookOfVersion(platform, newest), proposal: newest.content.proposal };
  const wishes = wishesByLine(notes, versions);
  return {
    ...common,
    desk: {
      version: draft?.version ?? 0,
      choices: {
        track: choices.track,
        message: isUnread ? texts[newest ? "changed" : "hello"] : choices.message,
        validDays: String(choices.validDays),
      },
      texts,
      merchantLang: card?.lang ?? "ko",
      lost: lost.map(({ method, ...want }) => `${wantName(speaker, want)} · ${method}`),
      changes: before ? changesSaid(before, { book, proposal }, lang) : [],
      picks: choices.picks.map((pick, place) => ({
        country: pick.country,
        brand: pick.brand,
        way: `${countryName(book.guide, pick.country, lang)} · ${brandName(book.guide, pick.brand, lang)}`,
        method: pick.method ?? "",
        options: optionsFor(book, theCase.facts, choices.track, pick).map(({ channel, method, reasons }) => ({
          value: method,
          label: `${channelName(book.guide, channel)} · ${method}`,
          isSuggested: suggested.picks[place]?.method === method,
          reasons: reasons.map((reason) => reasonSentence(speaker, reason)),
        })),
      })),
      quotes: proposal.lines.map((line) => ({
        key: line.key,
        label: `${channelName(book.guide, line.channel)} · ${countryName(book.guide, line.country === "GLOBAL" ? ANYWHERE : line.country, lang)} · ${line.currency}`,
        rate: line.quote?.ratePpm == null ? "" : percentText(line.quote.ratePpm),
        note: line.quote?.note ?? "",
        wishes: wishes.get(line.key) ?? [],
      })),
      sisters: inquiry.sisters,
      comparison: percentText(book.prices.fees.comparisonPpm),
      view: proposalView(book, theCase.facts, proposal, lang),
      answers: answersSaid(inquiry.answers),
    },
  };
}

/** Every text to begin with, filled in for this merchant and in its language: the advisor's is another one perhaps. */
function textsFor(
  { guide }: Book,
  { lines }: Proposal,
  card: { merchantName: string; lang: Lang } | null,
): Record<TemplateName, string> {
  const lang = card?.lang ?? "ko";
  const countries = [...new Set(lines.map(({ country }) => countryName(guide, wishCountry(country), lang)))];
  const facts = {
    merchant: card?.merchantName ?? "",
    psps: new Set(lines.map(({ channel }) => channel)).size,
    countries: countries.join(", ") || countryName(guide, ANYWHERE, lang),
  };
  return Object.fromEntries(templateNames.map((name) => [name, templateText(name, facts, lang)])) as Record<
    TemplateName,
    string
  >;
}

const wishCountry = (country: string): string => (country === "GLOBAL" ? ANYWHERE : country);

/** What the merchant asked of single lines, by the line's key: a wish outlives the place its line had in a version. */
function wishesByLine(notes: readonly Note[], versions: readonly SentVersion[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const note of notes) {
    if (note.kind !== "wish" || note.line === null) continue;
    const key = versions.find(({ version }) => version === note.version)?.content.proposal.lines[note.line]?.key;
    if (key) found.set(key, [...(found.get(key) ?? []), note.text]);
  }
  return found;
}

/** Free text of the inquiry that no table holds. */
const answersSaid = ({
  sales,
  business,
  contact,
}: NonNullable<Awaited<ReturnType<typeof readInquiry>>>["answers"]) => ({
  selling: sales.selling,
  band: sales.band,
  ticket: sales.ticket ? `${sales.ticketCurrency} ${sales.ticket}` : null,
  mode: sales.mode,
  goods: sales.goods,
  delivery: sales.delivery,
  settlement: sales.settlement,
  applicantType: business.applicantType,
  home: business.home,
  companyName: business.companyName,
  businessNumber: business.businessNumber ?? null,
  serviceUrl: business.serviceUrl,
  buyerUrl: business.buyerUrl ?? null,
  platform: business.platform,
  contractor: business.contractor,
  contact: [contact.name, contact.title, contact.phone, contact.email].filter(Boolean).join(" · "),
});

/** "save" keeps and computes, "track" starts again on the other track, "send" sends, "answer" answers a note. */
export async function deskAction(args: Args) {
  const { platform } = args.context;
  const caseId = caseIdOf(args);
  // Who may do what is asked is judged before it is read; integration records PSPs' answers, and no more.
  const { viewer, actor } = await requireStaff(platform, args.request, "advisor", "integration");
  const form = await args.request.formData();
  if (isAnswer(form)) return answerPreScreen(args, caseId, form);
  if (!viewer.roles.includes("advisor")) await requireStaff(platform, args.request, "advisor");
  const intent = form.get("_intent");
  if (intent === "answer") return answer(args, caseId, actor.id, form);

  const parsed = parseForm(ChoicesForm, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, 422);
  const chosen = choicesFrom(parsed.value);
  if (!chosen.ok) return data({ errors: chosen.errors, values: null }, 422);
  const [inquiry, book] = await Promise.all([
    readInquiry(platform.pool, caseId),
    catalogueAt(platform, platform.now()),
  ]);
  if (!inquiry) throw new Response(null, { status: 404 });
  const theCase = caseOf(book, inquiry);
  const { choices, lost } =
    intent === "track"
      ? {
          choices: { ...suggestedChoices(book, theCase, chosen.choices.track), message: chosen.choices.message },
          lost: [],
        }
      : fitted(book, theCase, chosen.choices);

  const saved = await saveDraft(platform, { caseId, choices, base: Number(form.get("_version") ?? 0), by: actor.id });
  if (saved === null) return data({ conflict: true }, 409);
  const home = `/console/cases/${caseId}/proposal`;
  if (intent !== "send") return redirect(home);
  // What the advisor sent is not what was on the page any more: kept, said, and sent only after another look.
  if (lost.length > 0) {
    const speaker: Speaker = { lang: await langOf(args.request), guide: book.guide, restrictions: book.restrictions };
    return data({ lost: lost.map(({ method, ...want }) => `${wantName(speaker, want)} · ${method}`) }, 409);
  }
  if (choices.picks.every((pick) => pick.method === null))
    return data({ errors: { picks: "nothingPicked" }, values: null }, 422);
  const key = form.get("_key");
  if (typeof key !== "string" || !isId(key)) throw new Response(null, { status: 400 });
  const refused = await sendProposal(platform, { caseId, book, facts: theCase.facts, choices, actor, key });
  return refused ? data({ refused }, 409) : redirect(home);
}

async function answer(args: Args, caseId: string, authorId: string, form: FormData) {
  const { pool, now } = args.context.platform;
  const [id, about, text] = [form.get("_key"), form.get("about"), String(form.get("text") ?? "").trim()];
  if (typeof id !== "string" || !isId(id) || typeof about !== "string" || !isId(about))
    throw new Response(null, { status: 400 });
  if (text === "") return data({ errors: { [`text-${about}`]: "note.missing" }, values: null }, 422);
  const question = (await readNotes(pool, caseId)).find((note) => note.id === about);
  if (!question) throw new Response(null, { status: 404 });
  const { version, line } = question;
  const said = text.slice(0, 4000);
  await inTransaction(pool, async (tx) => {
    await addNote(tx, caseId, {
      id,
      version,
      line,
      kind: "answer",
      about,
      text: said,
      authorId,
      side: "staff",
      at: now(),
    });
    await tellOfNote(tx, caseId, id, { letter: "proposalAnswered", to: "merchant", note: said });
  });
  return redirect(`/console/cases/${caseId}/proposal#notes`);
}
