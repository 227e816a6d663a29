import type { Book } from "#app/catalogue/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { formatMoney } from "#app/ui/format/money.ts";
import { ANYWHERE } from "#workflows/catalogue/coverage.ts";
import { compareProposals, type LinePrice, type Proposal, type ProposalChange } from "#workflows/proposal/compose.ts";
import { adviceWords } from "./advice-words.ts";
import { channelName, countryName, methodName, type Speaker, wantNames } from "./say.server.ts";
import { priceText } from "./view.server.ts";
import { words } from "./words.ts";

export interface ChangeSaid {
  what: string;
  line: string;
  detail: string;
}

interface Side {
  book: Book;
  proposal: Proposal;
}

/** What changed between two versions: the track, each line that is another one, and what a month costs at the stated volume. */
export function changesSaid(before: Side, after: Side, lang: Lang): ChangeSaid[] {
  const w = words[lang];
  const tracks = adviceWords[lang].tracks;
  const found: ChangeSaid[] = [];
  if (before.proposal.track !== after.proposal.track) {
    const detail = w.change.fromTo(tracks[before.proposal.track], tracks[after.proposal.track]);
    found.push({ what: w.change.other, line: w.desk.track, detail });
  }
  for (const change of compareProposals(before.proposal, after.proposal)) {
    const { before: old, after: now } = change;
    const line = now ?? old;
    if (change.change === "same" || !line) continue;
    const { guide, restrictions } = now ? after.book : before.book;
    const speaker: Speaker = { lang, guide, restrictions };
    found.push({
      what: w.change[change.change],
      line: `${channelName(guide, line.channel)} · ${countryName(guide, line.country === "GLOBAL" ? ANYWHERE : line.country, lang)} · ${line.currency}`,
      detail: detailOf(speaker, change) || wantNames(speaker, line.wants),
    });
  }
  const [was, is] = [monthOf(before.proposal, lang), monthOf(after.proposal, lang)];
  if (was && is && was !== is) {
    found.push({ what: w.change.other, line: w.fees.heading, detail: w.change.fromTo(was, is) });
  }
  return found;
}

function detailOf({ guide, lang }: Speaker, { methods, prices, before, after }: ProposalChange): string {
  const w = words[lang].change;
  const name = (method: string) => methodName(guide, method, lang);
  const price = ({ price: published, quotedPpm }: LinePrice) => priceText(published, quotedPpm, lang);
  const parts = [
    ...methods.added.map((method) => `+ ${name(method)}`),
    ...methods.dropped.map((method) => `− ${name(method)}`),
    ...prices.map((one) => `${name(one.method)} ${w.fromTo(price(one.before), price(one.after))}`),
  ];
  const [was = "", is = ""] = [before?.quote?.note, after?.quote?.note];
  if (before && after && was !== is) parts.push(w.fromTo(was || "–", is || "–"));
  return parts.join(", ");
}

/** What is known of a month at the stated volume, with VAT. */
function monthOf({ costs }: Proposal, lang: Lang): string | null {
  const stated = costs?.[1];
  return stated ? formatMoney(stated.cost.totalUsdMinor, "USD", lang) : null;
}
