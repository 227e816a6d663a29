import type { Book } from "#app/catalogue/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { channelName } from "#app/proposal/index.server.ts";
import { type Standing, screen, standings } from "#workflows/proposal/restrictions.ts";
import { wishesOf } from "#workflows/proposal/suggest.ts";
import { wholeSections } from "./answers.server.ts";
import type { Answers } from "./draft.server.ts";
import { factsOfDraft } from "./facts.ts";

const MOST_TRADES = 4;

const tickedOf = (answers: Answers): string[] => {
  const { trades } = answers.sales ?? {};
  return (Array.isArray(trades) ? trades : [trades]).filter((id): id is string => typeof id === "string" && id !== "");
};

/** Trades whose words stand in what the merchant wrote about its goods, unless they are ticked already. */
export function likelyTrades(
  book: Pick<Book, "restrictions">,
  answers: Answers,
  lang: Lang,
): { id: string; name: string }[] {
  const { selling } = answers.sales ?? {};
  if (typeof selling !== "string") return [];
  const said = selling.toLowerCase();
  const ticked = new Set(tickedOf(answers));
  // Korean and Japanese words grow together with their neighbours; English ones stand apart.
  const isNamed = ({ ko, en, ja }: { ko: string[]; en: string[]; ja: string[] }) =>
    [...ko, ...ja].some((word) => said.includes(word)) ||
    en.some((word) => ` ${said.replace(/[^a-z0-9]+/g, " ")} `.includes(` ${word.replace(/[^a-z0-9]+/g, " ")} `));
  return book.restrictions.categories
    .filter(({ id, keywords }) => !ticked.has(id) && isNamed(keywords))
    .slice(0, MOST_TRADES)
    .map(({ id, name }) => ({ id, name: name[lang] }));
}

/** What the PSPs that could carry the wishes say of one trade, from the strictest on. */
export interface TradeVerdict {
  id: string;
  name: string;
  groups: { standing: Standing; psps: { name: string; href: string }[]; notes: string[] }[];
}

/**
 * Every trade that was ticked or may be meant, PSP by PSP: those that sell one of the wishes, or, before any wish, all that
 * publish a list. Acceptance by one says nothing about another.
 */
export function tradeVerdicts(book: Book, answers: Answers, lang: Lang): TradeVerdict[] {
  const trades = [...tickedOf(answers), ...likelyTrades(book, answers, lang).map(({ id }) => id)];
  if (trades.length === 0) return [];
  const { wants } = wishesOf(book, factsOfDraft(wholeSections(answers), book.prices.minorUnits));
  const selling = wants.flatMap((want) => book.guide.offers(want).map(({ channel }) => channel.key));
  const listed = book.restrictions.lists.flatMap((list) => list.channels);
  const asked = [...new Set(selling.length > 0 ? selling : listed)].filter((key) => book.guide.channel(key));
  return trades.flatMap((id) => {
    const category = book.restrictions.categories.find((one) => one.id === id);
    if (!category) return [];
    const found = asked.map((channel) => ({ channel, ...screen(book.restrictions, [id], { channel }) }));
    const groups = [...standings].reverse().flatMap((standing) => {
      const of = found.filter((one) => one.standing === standing);
      if (of.length === 0) return [];
      const notes = of.flatMap(({ findings }) => findings.flatMap(({ note }) => note?.[lang] ?? []));
      return {
        standing,
        psps: of.map(({ channel }) => ({
          name: channelName(book.guide, channel),
          href: `/guide/channels/${channel}#restricted`,
        })),
        notes: [...new Set(notes)],
      };
    });
    return { id, name: category.name[lang], groups };
  });
}
