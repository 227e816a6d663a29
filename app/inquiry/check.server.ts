import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { awaitedCode, sendCode, verifyCode } from "#app/auth/index.server.ts";
import type { Book } from "#app/catalogue/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { type ForecastView, forecastView, sayingNow } from "#app/proposal/index.server.ts";
import type { FormErrors } from "#app/ui/form/index.ts";
import { advise } from "#workflows/proposal/suggest.ts";
import { judgeInquiry, wholeSections } from "./answers.server.ts";
import type { Answers } from "./draft.server.ts";
import { factsOfDraft } from "./facts.ts";
import { Contact } from "./inquiry.schema.ts";
import { problemsSaid } from "./problems.server.ts";
import { briefly, loadDraft } from "./section.server.ts";
import { pathOf } from "./steps.ts";
import { submitInquiry } from "./submit.server.ts";
import { summaryOf } from "./summary.server.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "context">;

/** Everything once more, what is still in the way, and how it is sent: by the account that is signed in, or by a mailed code. */
export async function loadCheck(args: Args) {
  const { platform } = args.context;
  const { draft, book, lang, viewer } = await loadDraft(args);
  // Sent already, or never begun: there is nothing to look through.
  if (!draft) throw redirect(pathOf("where"));
  const { answers } = draft;
  const judged = judgeInquiry(answers, book);
  const email = Contact.shape.email.safeParse(answers.contact?.email);
  const awaited = await awaitedCode(platform, args.request);
  return {
    groups: summaryOf(book, answers, lang),
    problems: judged.ok ? [] : problemsSaid(answers, judged.problems, lang),
    forecast: await foretold(args, book, answers, lang),
    isTwoCases: briefly(book, answers, lang).tracks.length > 1,
    email: email.success ? email.data : null,
    sender: viewer === null ? null : viewer.kind === "staff" ? ("staff" as const) : viewer.email,
    code: awaited && email.success && awaited.email === email.data ? awaited : null,
  };
}

/** What the channels of the suggested answer would ask, of all tracks together. */
async function foretold(
  { context: { platform } }: Args,
  book: Book,
  answers: Answers,
  lang: Lang,
): Promise<ForecastView | null> {
  const facts = factsOfDraft(wholeSections(answers), book.prices.minorUnits);
  const methods = advise(book, facts).suggestions.flatMap(({ carried }) => carried.map((line) => line.method));
  const lines = methods.flatMap((key) => {
    const offer = book.guide.method(key);
    if (!offer) return [];
    const { channel, method } = offer;
    return {
      channel: channel.key,
      preScreen: channel.preScreen === true,
      sandbox: method.hasSandbox === true,
      refund: method.refund === "partial" || method.refund === "full",
    };
  });
  return lines.length > 0 ? forecastView(book, facts, lines, await sayingNow(platform, lang)) : null;
}

const wrong = (errors: FormErrors, status = 422) => data({ errors }, status);

/** "send": a code to the contact's address. "submit": the inquiry itself, by a code or by whoever is signed in. */
export async function checkAction(args: Args & { context: { ip: string } }) {
  const { platform, ip } = args.context;
  const { request } = args;
  const { draft, book, lang, viewer } = await loadDraft(args);
  if (!draft) return redirect(pathOf("where"));
  const form = await request.formData();
  const judged = judgeInquiry(draft.answers, book);
  // What is in the way stands on the page already; it is the page that answers.
  if (!judged.ok) return redirect(pathOf("check"));
  const { email, name } = judged.value.contact;

  if (viewer?.kind === "merchant") return finish(args, draft.id, viewer, new Headers());
  if (viewer) return wrong({ "": "form.wrong" }, 403);
  if (form.get("_intent") === "send") return askForCode(args, { email, lang, ip });

  const code = String(form.get("code") ?? "").replace(/\D/g, "");
  const verified = await verifyCode(platform, { email, code, request, ip, name });
  if (!verified.ok) return wrong({ code: verified.problem });
  return finish(args, draft.id, { userId: verified.userId, email, lang }, verified.headers);
}

async function askForCode(args: Args, to: { email: string; lang: Lang; ip: string }) {
  const sent = await sendCode(args.context.platform, { ...to, request: args.request });
  if (sent.ok) return redirect(pathOf("check"), { headers: sent.headers });
  if (sent.problem === "auth.send.failed") return data({ errors: {}, mailFailed: true }, 503);
  return wrong({ code: `code.wait:${sent.retryInSeconds}` }, 429);
}

async function finish(
  args: Args,
  draftId: string,
  viewer: { userId: string; email: string; lang: Lang },
  headers: Headers,
) {
  const sent = await submitInquiry(args.context.platform, { draftId, viewer });
  if (!sent.ok) return redirect(pathOf("check"), { headers });
  return redirect(`/inquiry/sent?case=${sent.caseIds.join("&case=")}`, { headers });
}
