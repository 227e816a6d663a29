import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { viewerOf } from "#app/auth/index.server.ts";
import { type Book, catalogueAt } from "#app/catalogue/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { type Brief, briefOf } from "#app/proposal/index.server.ts";
import type { FormErrors, FormValues } from "#app/ui/form/index.ts";
import { advise } from "#workflows/proposal/suggest.ts";
import { fieldsFrom, judgeSection, sectionValues, wholeSections } from "./answers.server.ts";
import { type Answers, beginDraft, type Conflict, type Draft, findDraft, saveSection } from "./draft.server.ts";
import { factsOfDraft } from "./facts.ts";
import type { SectionName } from "./inquiry.schema.ts";
import { pathOf, stepNames } from "./steps.ts";
import { likelyTrades, type TradeVerdict, tradeVerdicts } from "./trades.server.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "context">;

interface Loaded {
  draft: Draft | null;
  book: Book;
  lang: Lang;
  viewer: Awaited<ReturnType<typeof viewerOf>>;
}

/** A page and its frame ask at the same time: one answer for both. */
const loading = new WeakMap<Args["context"], Promise<Loaded>>();

/** The draft of whoever asks, and what advice rests on today. */
export function loadDraft(args: Args): Promise<Loaded> {
  const known = loading.get(args.context);
  if (known) return known;
  const loaded = load(args);
  loading.set(args.context, loaded);
  return loaded;
}

async function load({ request, context: { platform } }: Args): Promise<Loaded> {
  const [viewer, book, lang] = await Promise.all([
    viewerOf(platform, request),
    catalogueAt(platform, platform.now()),
    langOf(request),
  ]);
  const userId = viewer?.kind === "merchant" ? viewer.userId : null;
  return { draft: await findDraft(platform, request, userId), book, lang, viewer };
}

/** What the answers so far amount to. */
export function briefly(book: Book, answers: Answers, lang: Lang): Brief {
  const advice = advise(book, factsOfDraft(wholeSections(answers), book.prices.minorUnits));
  return briefOf({ lang, guide: book.guide, restrictions: book.restrictions }, advice);
}

export interface SectionPage {
  values: FormValues;
  version: number;
}

export const sectionPage = (draft: Draft | null, section: SectionName): SectionPage => ({
  values: sectionValues(draft?.answers ?? {}, section),
  version: draft?.version ?? 0,
});

/** Saves what a form of a section holds, for the visitor's draft or a new one. */
async function keep(
  args: Args,
  section: SectionName,
  form: FormData,
  touched: readonly string[] | null,
): Promise<{
  answers: Answers;
  version: number;
  conflicts: Conflict[];
  others: Conflict[];
  cookie: string | null;
  book: Book;
  lang: Lang;
} | null> {
  const { platform } = args.context;
  const { draft: found, book, lang, viewer } = await load(args);
  const begun = found ? null : await beginDraft(platform, viewer?.kind === "merchant" ? viewer.userId : null);
  const draft = found ?? begun!.draft;
  const base = Number(form.get("_version") ?? 0);
  // What somebody else changed and this page only showed to have been changed is theirs, not what stands in the form.
  const theirs = new Set(form.getAll("_theirs").map(String));
  const fields = Object.entries(fieldsFrom(section, form, touched)).filter(([field]) => !theirs.has(field));
  const saved = await saveSection(platform, {
    draftId: draft.id,
    section,
    fields: Object.fromEntries(fields),
    base: Number.isSafeInteger(base) ? base : 0,
  });
  return saved && { ...saved, cookie: begun?.cookie ?? null, book, lang };
}

const withCookie = (cookie: string | null): ResponseInit => (cookie ? { headers: { "Set-Cookie": cookie } } : {});

export type SectionAnswer = { values: FormValues; version: number; errors?: FormErrors; conflicts: Conflict[] };

/**
 * What every step's form posts to: saves what it holds, right or wrong, then judges it. With "back" nothing is judged.
 */
export async function saveAndGo(args: Args, section: SectionName) {
  const form = await args.request.formData();
  const saved = await keep(args, section, form, null);
  // Sent meanwhile, perhaps from another window.
  if (!saved) return redirect("/cases");
  const place = stepNames.indexOf(section);
  const { answers, version, conflicts, cookie } = saved;
  const values = sectionValues(answers, section);
  if (conflicts.length > 0) {
    return data<SectionAnswer>({ values, version, conflicts }, { status: 409, ...withCookie(cookie) });
  }
  if (form.get("_go") === "back") return redirect(pathOf(stepNames[place - 1] ?? "where"), withCookie(cookie));
  const judged = judgeSection(answers, section);
  if (!judged.ok) {
    return data<SectionAnswer>(
      { values, version, errors: judged.errors, conflicts },
      { status: 422, ...withCookie(cookie) },
    );
  }
  return redirect(pathOf(stepNames[place + 1] ?? "check"), withCookie(cookie));
}

export interface AutosaveAnswer {
  version: number;
  conflicts: Conflict[];
  /** What somebody else changed in this section meanwhile. */
  others: Conflict[];
  brief: Brief;
  /** Trades that what was typed may belong to, and that nobody ticked. */
  trades: { id: string; name: string }[];
  /** What each PSP says of them, and of those that were ticked. */
  verdicts: TradeVerdict[];
}

/** Keeps what was touched and says what it amounts to. `null`: the draft was sent meanwhile. */
export async function autosave(
  args: Args,
  section: SectionName,
  form: FormData,
): Promise<{ answer: AutosaveAnswer; cookie: string | null } | null> {
  const touched = form.getAll("_touched").filter((name): name is string => typeof name === "string");
  const saved = await keep(args, section, form, touched);
  if (!saved) return null;
  const { answers, version, conflicts, others, cookie, book, lang } = saved;
  const trades = section === "sales" ? likelyTrades(book, answers, lang) : [];
  const verdicts = section === "sales" ? tradeVerdicts(book, answers, lang) : [];
  return { answer: { version, conflicts, others, brief: briefly(book, answers, lang), trades, verdicts }, cookie };
}
