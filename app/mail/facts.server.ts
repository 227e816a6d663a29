import { channelNames, countryName, lineNames, methodNames, readCard } from "#app/cases/index.server.ts";
import { type CaseView, readCase } from "#app/engine/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { paymentIdTable } from "#app/mail/tables.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { LetterProps } from "#emails/letter.tsx";
import type { LetterName, LetterTo } from "#workflows/letters.ts";
import { openPreScreens } from "#workflows/onboarding/pre-screen.ts";
import { adviceTable } from "./advice-tables.server.ts";
import { missingItems } from "./items.server.ts";

/** What a letter says beside its words: read when it is rendered, so that it is true then. */
export type Told = Pick<LetterProps, "facts" | "table" | "list" | "url">;

const page: Partial<Record<LetterName, string>> = {
  proposalReady: "/proposal",
  proposalReminder: "/proposal",
  proposalAsked: "/proposal",
  proposalAnswered: "/proposal",
  proposalChangesWanted: "/proposal",
  preScreenToRecord: "/proposal",
  preScreenOverdue: "/proposal",
  proposalToChange: "/proposal",
  documentsNeeded: "/documents",
  documentsReminder: "/documents",
  moreDocumentsNeeded: "/documents",
  kycSubmitted: "/documents",
  kycToApprove: "/documents",
  contractReady: "/contract",
  contractToCountersign: "/contract",
  contractSigned: "/contract",
  contractVoided: "/contract",
  siteToReview: "/site",
  siteOnHold: "/site",
  siteChanged: "/site",
};

const promiseOf: Partial<Record<LetterName, string>> = {
  inquiryReceived: "replyDue",
  inquiryWaiting: "replyDue",
  replyDueSoon: "replyDue",
  proposalChangesWanted: "replyDue",
  proposalToChange: "replyDue",
  preScreenStarted: "preScreenDue",
  preScreenToRecord: "preScreenDue",
  kycSubmitted: "reviewDue",
  kycToApprove: "approvalDue",
  contractToCountersign: "countersignDue",
  siteToReview: "siteReviewDue",
};

const dateTime = (at: Date, lang: Lang): string =>
  `${new Intl.DateTimeFormat(lang === "ko" ? "ko-KR" : "en-GB", { timeZone: "Asia/Seoul", month: "long", day: "numeric", weekday: "short", hour: "2-digit", minute: "2-digit" }).format(at)} KST`;

const day = (at: Date, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === "ko" ? "ko-KR" : "en-GB", {
    timeZone: "Asia/Seoul",
    month: "long",
    day: "numeric",
    weekday: "short",
  }).format(at);

/**
 * @param subject the case or the channel the letter is about
 * @returns null when there is no such case (any more)
 */
export async function tellOf(
  platform: Pick<Platform, "pool" | "config" | "now">,
  {
    caseId,
    subject,
    letter,
    to,
    lang,
  }: { caseId: string; subject: string; letter: LetterName; to: LetterTo; lang: Lang },
): Promise<Told | null> {
  const [view, card, nameLine, nameChannel, nameMethod] = await Promise.all([
    readCase(platform, caseId),
    readCard(platform.pool, caseId),
    lineNames(platform, lang),
    channelNames(platform),
    methodNames(platform, lang),
  ]);
  if (!view) return null;
  const channel = view.channels.find(({ id }) => id === subject);
  const base = `${platform.config.publicUrl}${to === "merchant" ? "" : "/console"}/cases/${caseId}`;
  return {
    url: channel
      ? `${base}/channels/${channel.id}`
      : restart(letter)
        ? `${platform.config.publicUrl}/inquiry`
        : `${base}${page[letter] ?? ""}`,
    facts: {
      merchant: card?.merchantName ?? view.publicId,
      caseName: view.publicId,
      channel: channel ? nameLine(channel.context.line) : lookingPsps(view, nameChannel, lang),
      due: dueOf(view, letter, subject, lang),
    },
    table:
      letter === "paymentIdIssued" && channel
        ? paymentIdTable(
            channel.context,
            { channel: nameChannel, method: nameMethod, country: (code) => countryName(code, lang) },
            lang,
          )
        : await adviceTable(platform, view, letter, lang, (code) => countryName(code, lang)),
    list:
      letter === "documentsNeeded" || letter === "documentsReminder" || letter === "moreDocumentsNeeded"
        ? missingItems(view, lang)
        : undefined,
  };
}

/** The PSPs whose first look a case waits for. */
const lookingPsps = ({ context }: CaseView, nameOf: (channel: string) => string, lang: Lang): string =>
  [...new Set(openPreScreens(context, context.lines).map(({ channel }) => nameOf(channel)))].join(", ") ||
  (lang === "ko" ? "결제사" : "the PSP");

const restart = (letter: LetterName) => letter === "proposalExpired" || letter === "applicationExpired";

function dueOf(view: CaseView, letter: LetterName, subject: string, lang: Lang): string {
  if (letter === "proposalReady" || letter === "proposalReminder")
    return view.context.proposal ? day(new Date(view.context.proposal.validUntil), lang) : "";
  const promise = view.promises.find(
    ({ delay, subject: of }) => of === subject && (letter === "promiseMoved" || delay === promiseOf[letter]),
  );
  return promise ? dateTime(promise.dueAt, lang) : "";
}
