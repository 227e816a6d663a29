import { ANYWHERE, type Offer, type Want, wantKey } from "../catalogue/coverage.ts";
import { type AdviceBook, eligibilityOf } from "./eligibility.ts";
import { isKoreanBusiness, type MerchantFacts } from "./facts.ts";
import type { TrackName } from "./fees.ts";

/** Why a wish, or the whole inquiry, points where it points. Each key has a sentence in app/proposal/words.ts. */
export type SignalKey =
  | "localMethods"
  | "onlyGeneralOverseas"
  | "cardsOfKoreanBusiness"
  | "cardsOfForeignBusiness"
  | "cardsBesideLocal"
  | "paypal"
  | "paypalLocal"
  | "joinsOtherWishes"
  | "japan"
  | "chinaAlternative"
  | "bothKinds"
  | "oneCaseCould"
  | "recurring"
  | "shopify"
  | "koreanDomestic"
  | "salesBelowFloor"
  | "applicantUnknown"
  | "nothingWanted"
  | "notCovered";

export interface Signal {
  key: SignalKey;
  /** Where it points; `null` informs without deciding. */
  towards: TrackName | null;
  /** The wishes it was read from. */
  wants: Want[];
}

export interface TrackDecision {
  /** In the order in which cases are opened: cross-border first. Empty when there is nothing to decide by. */
  tracks: TrackName[];
  signals: Signal[];
  /** Which track each wish takes; `null` where no channel of either can carry it. Keys are `country/brand`. */
  trackOf: Record<string, TrackName | null>;
}

/**
 * The track an offer belongs to: the Global catalogue, or the Korean console's overseas PSPs. Korean domestic PGs count
 * where their method names the country: their overseas cards are those of the general overseas PSPs.
 */
export const poolOf = ({ channel, method }: Offer, country: string): TrackName | null => {
  if (channel.serviceType === "domestic_kr" && !method.countries.includes(country)) return null;
  if (channel.console === "global" || channel.serviceType === "cross_border") return "crossBorder";
  return channel.serviceType === "general_overseas" ? "generalOverseas" : null;
};

interface Wish {
  want: Want;
  isCard: boolean;
  isPaypal: boolean;
  /** Whether a channel of the track would take it from this merchant. */
  can: Record<TrackName, boolean>;
}

interface Situation {
  facts: MerchantFacts;
  /** `null`: unknown, and treated as Korean until told otherwise. */
  isKorean: boolean | null;
  wishes: readonly Wish[];
  /** Countries in which something that is no card is wanted of a cross-border channel. */
  localCountries: ReadonlySet<string>;
}

interface WishRule {
  key: SignalKey;
  when: (wish: Wish, situation: Situation) => boolean;
  track: TrackName | null;
}

/** The first rule that fits a wish decides its track: the seed rule of the service guide, refined by who may contract. */
const wishRules: readonly WishRule[] = [
  { key: "notCovered", when: ({ can }) => !can.crossBorder && !can.generalOverseas, track: null },
  { key: "paypal", when: ({ isPaypal, can }) => isPaypal && can.generalOverseas, track: "generalOverseas" },
  { key: "onlyGeneralOverseas", when: ({ can }) => !can.crossBorder, track: "generalOverseas" },
  {
    key: "localMethods",
    when: ({ isCard, isPaypal, can }) => !isCard && !isPaypal && !can.generalOverseas,
    track: "crossBorder",
  },
  { key: "paypalLocal", when: ({ isPaypal }) => isPaypal, track: "crossBorder" },
  {
    key: "cardsOfForeignBusiness",
    when: ({ isCard }, { isKorean }) => isCard && isKorean === false,
    track: "crossBorder",
  },
  {
    key: "cardsBesideLocal",
    when: ({ isCard, want }, { localCountries }) => isCard && localCountries.has(want.country),
    track: "crossBorder",
  },
  { key: "cardsOfKoreanBusiness", when: ({ isCard, can }) => isCard && can.generalOverseas, track: "generalOverseas" },
  { key: "cardsBesideLocal", when: ({ isCard }) => isCard, track: "crossBorder" },
  // A wallet that both tracks sell goes along with what must be opened anyway.
  {
    key: "joinsOtherWishes",
    when: (_, { wishes }) =>
      wishes.some(({ can }) => !can.crossBorder && can.generalOverseas) &&
      !wishes.some(({ can, isCard, isPaypal }) => can.crossBorder && !can.generalOverseas && !isCard && !isPaypal),
    track: "generalOverseas",
  },
  { key: "localMethods", when: () => true, track: "crossBorder" },
];

interface SituationRule {
  key: SignalKey;
  when: (
    situation: Situation & { tracks: readonly TrackName[]; trackOf: Record<string, TrackName | null> },
  ) => Want[] | null;
}

const china = new Set(["CN", "HK", "MO"]);
const wanted = (wishes: readonly Wish[], which: (wish: Wish) => boolean): Want[] | null => {
  const found = wishes.filter(which).map((wish) => wish.want);
  return found.length > 0 ? found : null;
};

/** What somebody should know beside the track itself. */
const situationRules: readonly SituationRule[] = [
  { key: "nothingWanted", when: ({ wishes }) => (wishes.length === 0 ? [] : null) },
  { key: "bothKinds", when: ({ tracks }) => (tracks.length === 2 ? [] : null) },
  {
    key: "oneCaseCould",
    when: ({ tracks, trackOf, wishes }) => {
      if (tracks.length !== 2) return null;
      const apart = wishes.filter((wish) => trackOf[wantKey(wish.want)] === "generalOverseas");
      return apart.every((wish) => wish.can.crossBorder) ? apart.map((wish) => wish.want) : null;
    },
  },
  { key: "japan", when: ({ wishes }) => wanted(wishes, ({ want, can }) => want.country === "JP" && can.crossBorder) },
  {
    key: "chinaAlternative",
    when: ({ wishes, isKorean }) =>
      isKorean === false
        ? null
        : wanted(wishes, ({ want, can, isCard }) => china.has(want.country) && !isCard && can.generalOverseas),
  },
  { key: "koreanDomestic", when: ({ wishes }) => wanted(wishes, ({ want }) => want.country === "KR") },
  { key: "recurring", when: ({ facts, wishes }) => (facts.recurring ? wishes.map((wish) => wish.want) : null) },
  { key: "shopify", when: ({ facts }) => (facts.platform === "shopify" ? [] : null) },
  {
    key: "salesBelowFloor",
    when: ({ facts, wishes }) => (facts.band === "under10k" ? wanted(wishes, ({ isCard }) => isCard) : null),
  },
  { key: "applicantUnknown", when: ({ isKorean }) => (isKorean === null ? [] : null) },
];

/**
 * Cross-border, general overseas, or both as two cases.
 *
 * @param wants the wishes to decide about; what the merchant left to us must have been filled in before
 */
export function decideTrack(book: AdviceBook, facts: MerchantFacts, wants: readonly Want[]): TrackDecision {
  const wishes = wants.map((want) => wishOf(book, facts, want));
  const situation: Situation = {
    facts,
    wishes,
    isKorean: isKoreanBusiness(facts),
    localCountries: new Set(
      wishes.filter((wish) => !wish.isCard && !wish.isPaypal && wish.can.crossBorder).map((wish) => wish.want.country),
    ),
  };
  const trackOf: Record<string, TrackName | null> = {};
  const byKey = new Map<string, Signal>();
  for (const wish of wishes) {
    const rule = wishRules.find((candidate) => candidate.when(wish, situation))!;
    trackOf[wantKey(wish.want)] = rule.track;
    const signal = byKey.get(`${rule.key}/${rule.track}`) ?? { key: rule.key, towards: rule.track, wants: [] };
    signal.wants.push(wish.want);
    byKey.set(`${rule.key}/${rule.track}`, signal);
  }
  const taken = new Set(Object.values(trackOf));
  const tracks = (["crossBorder", "generalOverseas"] as const).filter((track) => taken.has(track));
  const said = situationRules.flatMap(({ key, when }) => {
    const found = when({ ...situation, tracks, trackOf });
    return found ? [{ key, towards: null, wants: found }] : [];
  });
  return { tracks, signals: [...byKey.values(), ...said], trackOf };
}

function wishOf(book: AdviceBook, facts: MerchantFacts, want: Want): Wish {
  const offers = book.guide.offers(want).filter((offer) => eligibilityOf(book, facts, offer, want).verdict !== "no");
  const can = (track: TrackName) => offers.some((offer) => poolOf(offer, want.country) === track);
  const type = book.guide.brand(want.brand)?.type;
  return {
    want,
    isCard: type === "card" && (want.country === ANYWHERE || want.brand === "card" || want.brand === "unionpay"),
    isPaypal: want.brand === "paypal",
    can: { crossBorder: can("crossBorder"), generalOverseas: can("generalOverseas") },
  };
}
