import type { Lang } from "#app/i18n/words.ts";
import type { Channel, Constraint, Method } from "#workflows/catalogue/catalogue.ts";
import { ANYWHERE, type Guide, type Offer } from "#workflows/catalogue/coverage.ts";
import { type Findable, find, searchIndex } from "#workflows/catalogue/search.ts";
import { buyerFieldsOf, constraintSentence, constraintsOf, localName } from "#workflows/catalogue/sentences.ts";
import type { Book } from "./editions.server.ts";
import { words } from "./words.ts";

const MOST_FOUND = 60;

/** Search words are made once a catalogue. */
const indexes = new WeakMap<object, ReturnType<typeof searchIndex>>();

function indexOf({ catalogue }: Guide): (Findable & { kind: "country" | "brand" | "channel" | "method" })[] {
  const known = indexes.get(catalogue);
  if (known) return known;
  const made = searchIndex(catalogue);
  indexes.set(catalogue, made);
  return made;
}

export interface FoundItem {
  kind: "country" | "brand" | "channel" | "method";
  name: string;
  hint: string;
  href: string;
}

/** What a search finds, each with the page that shows it. */
export function searchGuide({ guide }: Book, text: string, lang: Lang): FoundItem[] {
  return find(indexOf(guide), text.slice(0, 80))
    .slice(0, MOST_FOUND)
    .flatMap(({ item }) => foundItems(guide, item, lang));
}

function foundItems(guide: Guide, { kind, id }: Findable & { kind: FoundItem["kind"] }, lang: Lang): FoundItem[] {
  const w = words[lang].guide;
  if (kind === "country") {
    const country = guide.country(id);
    return country ? [{ kind, name: country.name[lang], hint: country.code, href: `/guide/${id}` }] : [];
  }
  if (kind === "channel")
    return [{ kind, name: guide.channel(id)?.name ?? id, hint: id, href: `/guide/channels/${id}` }];
  if (kind === "method") {
    const offer = guide.method(id);
    return offer
      ? [{ kind, name: id, hint: offer.channel.name, href: `/guide/channels/${offer.channel.key}#${id}` }]
      : [];
  }
  const brand = guide.brand(id);
  if (!brand) return [];
  const countries = guide.catalogue.countries.filter(({ code }) =>
    guide.offers({ country: code, brand: id }).some(({ method }) => method.countries.includes(code)),
  );
  const places =
    countries.length > 0
      ? countries.map(({ code, name }) => ({ code, name: name[lang] }))
      : [{ code: ANYWHERE, name: w.anywhere }];
  const whole = { kind, name: brand.name[lang], hint: w.everywhereOf(places.length), href: `/guide/ways/${id}` };
  return [
    ...(places.length > 1 ? [whole] : []),
    ...places.map(({ code, name }) => ({ kind, name: brand.name[lang], hint: name, href: `/guide/${code}#${id}` })),
  ];
}

/** The guide's first page. */
export function guideIndex(book: Book, lang: Lang, text: string) {
  const { guide, editions } = book;
  const { countries, channels } = guide.catalogue;
  return {
    edition: editions.catalogue,
    counts: {
      countries: countries.length,
      methods: channels.reduce((sum, channel) => sum + channel.methods.length, 0),
      channels: channels.length,
    },
    text,
    found: text ? searchGuide(book, text, lang) : null,
    countries: countries.map(({ code, name, local, region }) => ({
      code,
      name: name[lang],
      local: local === name[lang] ? "" : local,
      region,
      ways: guide.ways(code).filter(({ brand }) => brand.id !== "all-methods").length,
    })),
    anywhere: guide.ways(ANYWHERE).length,
    channels: channels.map(({ key, name, about }) => ({ key, name, about: about[lang] })),
  };
}

const yesNo = (is: boolean | null): "yes" | "no" | "unknown" => (is === null ? "unknown" : is ? "yes" : "no");

const sentencesOf = (guide: Guide, constraints: readonly Constraint[], lang: Lang): string[] =>
  constraints.map((constraint) => constraintSentence(guide.catalogue, constraint, lang));

/** One method as its row says it. */
function methodRow(guide: Guide, { channel, method }: Offer, lang: Lang, country?: string) {
  const fields = buyerFieldsOf(channel, method.key, country);
  return {
    key: method.key,
    name: method.name[lang],
    channel: { key: channel.key, name: channel.name },
    currencies: currenciesText(channel, method, lang),
    sandbox: yesNo(method.hasSandbox),
    refund: method.refund,
    recurring: yesNo(channel.takesRecurring),
    isLive: yesNo(method.isLive),
    isAggregate: method.isAggregate,
    isGlobal: method.isGlobal && method.countries.length === 0,
    isAssigned: method.keySource === "assigned",
    buyer:
      fields?.map((field) => guide.catalogue.buyerFields.find((one) => one.field === field)?.label[lang] ?? field) ??
      null,
    constraints: sentencesOf(
      guide,
      constraintsOf(channel, method.key).filter((constraint) => constraint.methods),
      lang,
    ),
  };
}
export type MethodRow = ReturnType<typeof methodRow>;

const FEW = 6;

function currenciesText(channel: Channel, method: Method, lang: Lang): string {
  const w = words[lang].method;
  if (method.takesAllCurrencies) return w.anyCurrency;
  const list = method.currencies ?? channel.currencies;
  if (!list || list.length === 0) return w.currencyUnknown;
  const shown = list.slice(0, FEW).join(", ");
  return list.length > FEW ? `${shown} +${list.length - FEW}` : shown;
}

/** A country's ways to pay, the same brand grouped over the channels that sell it. `null`: no such country. */
export function countryGuide({ guide }: Book, code: string, lang: Lang) {
  const country = guide.country(code);
  if (!country && code !== ANYWHERE) return null;
  const ways = guide.ways(code);
  return {
    code,
    name: country?.name[lang] ?? words[lang].guide.anywhere,
    local: country && country.local !== country.name[lang] ? country.local : "",
    currency: country?.currency ?? "",
    channels: new Set(ways.flatMap(({ offers }) => offers.map(({ channel }) => channel.key))).size,
    indexOnly: (country?.indexOnlyChannels ?? []).map((key) => guide.channel(key)?.name ?? key),
    ways: ways.map(({ brand, offers }) => ({
      id: brand.id,
      name: brand.name[lang],
      local: localName(brand, country, brand.name[lang]),
      about: brand.about[lang],
      type: brand.type,
      methods: offers.map((offer) => methodRow(guide, offer, lang, code)),
    })),
  };
}

/** A way to pay over all its countries: those that a method names, or anywhere. `null`: no such way. */
export function brandGuide({ guide }: Book, id: string, lang: Lang) {
  const brand = guide.brand(id);
  if (!brand) return null;
  const codes = [ANYWHERE, ...guide.catalogue.countries.map(({ code }) => code)];
  const places = codes.flatMap((code) => {
    const offers = guide
      .offers({ country: code, brand: id })
      // What is sold everywhere is said once, not for every country.
      .filter(({ method }) => code === ANYWHERE || method.countries.includes(code) || brand.home !== null);
    if (offers.length === 0) return [];
    const name = code === ANYWHERE ? words[lang].guide.anywhere : (guide.country(code)?.name[lang] ?? code);
    return { code, name, methods: offers.map((offer) => methodRow(guide, offer, lang, code)), offers };
  });
  return {
    id,
    name: brand.name[lang],
    local: brand.local.filter((text) => text !== brand.name[lang]).join(" · "),
    about: brand.about[lang],
    channels: new Set(places.flatMap(({ offers }) => offers.map(({ channel }) => channel.key))).size,
    places: places.map(({ code, name, methods }) => ({ code, name, methods })),
  };
}

/** A channel with all that is known of it. `null`: no such channel. */
export function channelGuide({ guide }: Book, key: string, lang: Lang) {
  const channel = guide.channel(key);
  if (!channel) return null;
  const whole = channel.constraints.filter((constraint) => !constraint.methods);
  const tags = guide.catalogue.constraintTags;
  const about = [
    ...new Set(whole.flatMap((constraint) => tags.find((tag) => tag.tag === constraint.tag)?.about ?? [])),
  ];
  const buyer = channel.buyerFields.all;
  return {
    key: channel.key,
    name: channel.name,
    about: channel.about[lang],
    console: channel.console,
    serviceType: channel.serviceType,
    countries: channel.countries.map((code) => ({ code, name: guide.country(code)?.name[lang] ?? code })),
    isGlobal: channel.isGlobal,
    currencies: channel.currencies,
    sandbox: yesNo(channel.hasSandbox),
    recurring: yesNo(channel.takesRecurring),
    preScreen: yesNo(channel.preScreen),
    koreanOnly: channel.koreanBusinessOnly === true,
    webhook: channel.webhookSetBy ?? channel.webhook,
    credentials:
      channel.credentialFields?.map(({ key: field, label, isSecret, hint }) => ({
        field,
        label,
        isSecret,
        hint: hint ?? "",
      })) ?? null,
    scope: channel.credentialScope,
    buyer:
      buyer?.map((field) => guide.catalogue.buyerFields.find((one) => one.field === field)?.label[lang] ?? field) ??
      null,
    constraints: about.map((group) => ({
      group,
      sentences: sentencesOf(
        guide,
        whole.filter((constraint) => tags.find((tag) => tag.tag === constraint.tag)?.about === group),
        lang,
      ),
    })),
    methods: channel.methods.map((method) => methodRow(guide, { channel, method }, lang)),
  };
}
