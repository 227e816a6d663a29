import type { Brand, Catalogue, Channel, Country, Method } from "./catalogue.ts";

/** Buyers from anywhere: the country of a wish that names none ("cards issued abroad", PayPal). */
export const ANYWHERE = "WORLD";

/** One wish: a way to pay, in a country or anywhere. */
export interface Want {
  /** ISO 3166-1 alpha-2, or `WORLD`. */
  country: string;
  brand: string;
}

export const wantKey = (want: Want): string => `${want.country}/${want.brand}`;

/**
 * Whether a method can take a brand's buyers of a country.
 *
 * A method that lists the country does. One marked global does where the brand's buyers live: anywhere for cards,
 * PayPal and crypto, only at home for a wallet. One sold "in the European Union" does in its member states.
 *
 * @param country ISO code, or `WORLD`, which only a global method of a brand without a home answers
 */
export function sellsIn(
  method: Method,
  brand: Pick<Brand, "id" | "home">,
  country: Country | typeof ANYWHERE,
): boolean {
  if (!method.brands.includes(brand.id)) return false;
  if (country === ANYWHERE) return method.isGlobal && brand.home === null;
  if (method.countries.includes(country.code)) return true;
  if (country.isInEu && method.regions.includes("EU")) return true;
  return method.isGlobal && (brand.home === null || brand.home.includes(country.code));
}

/** One channel's way of carrying a wish. */
export interface Offer {
  channel: Channel;
  method: Method;
}

/** Look-ups over one version of the catalogue, built once. */
export interface Guide {
  catalogue: Catalogue;
  channel: (key: string) => Channel | undefined;
  country: (code: string) => Country | undefined;
  brand: (id: string) => Brand | undefined;
  /** The method of a key, and the channel it belongs to. */
  method: (key: string) => Offer | undefined;
  /** Every method that carries the wish, live or not, in the catalogue's order. */
  offers: (want: Want) => readonly Offer[];
  /** The ways to pay in a country: those sold through most channels first. */
  ways: (country: string) => readonly Way[];
}

/** A brand as it stands in one country, grouped over the channels that sell it. */
export interface Way {
  brand: Brand;
  offers: readonly Offer[];
}

const guides = new WeakMap<Catalogue, Guide>();

/** The guide of a catalogue. The same object gives the same guide, so that a page pays for it once per version. */
export function guideOf(catalogue: Catalogue): Guide {
  const known = guides.get(catalogue);
  if (known) return known;
  const guide = makeGuide(catalogue);
  guides.set(catalogue, guide);
  return guide;
}

function makeGuide(catalogue: Catalogue): Guide {
  const channels = new Map(catalogue.channels.map((channel) => [channel.key, channel]));
  const countries = new Map(catalogue.countries.map((country) => [country.code, country]));
  const brands = new Map(catalogue.brands.map((brand) => [brand.id, brand]));
  const methods = new Map<string, Offer>();
  const byBrand = new Map<string, Offer[]>();
  for (const channel of catalogue.channels) {
    for (const method of channel.methods) {
      const offer = { channel, method };
      methods.set(method.key, offer);
      for (const brand of method.brands) byBrand.set(brand, [...(byBrand.get(brand) ?? []), offer]);
    }
  }

  const offersByWant = new Map<string, readonly Offer[]>();
  const offers = (want: Want): readonly Offer[] => {
    const key = wantKey(want);
    const known = offersByWant.get(key);
    if (known) return known;
    const brand = brands.get(want.brand);
    const country = want.country === ANYWHERE ? ANYWHERE : countries.get(want.country);
    // An unknown word is a "no" that is not remembered: it came from outside and there is no end of them.
    if (!brand || !country) return [];
    const found = (byBrand.get(brand.id) ?? []).filter(({ method }) => sellsIn(method, brand, country));
    offersByWant.set(key, found);
    return found;
  };

  const waysByCountry = new Map<string, readonly Way[]>();
  const ways = (code: string): readonly Way[] => {
    const known = waysByCountry.get(code);
    if (known) return known;
    if (code !== ANYWHERE && !countries.has(code)) return [];
    const found = catalogue.brands
      .map((brand) => ({ brand, offers: offers({ country: code, brand: brand.id }) }))
      .filter((way) => way.offers.length > 0)
      .sort((one, other) => widelySold(other, code) - widelySold(one, code) || rank(one) - rank(other));
    waysByCountry.set(code, found);
    return found;
  };

  return {
    catalogue,
    channel: (key) => channels.get(key),
    country: (code) => countries.get(code),
    brand: (id) => brands.get(id),
    method: (key) => methods.get(key),
    offers,
    ways,
  };
}

const order = ["wallet", "card", "qr", "bank_transfer", "cvs", "bnpl", "carrier", "prepaid", "crypto", "other"];
const rank = (way: Way): number => order.indexOf(way.brand.type);

/** How many channels name the country when they sell it; a worldwide method says little about a country's habits. */
const widelySold = (way: Way, code: string): number =>
  way.brand.type === "other"
    ? -1
    : new Set(way.offers.filter((offer) => offer.method.countries.includes(code)).map((offer) => offer.channel.key))
        .size;
