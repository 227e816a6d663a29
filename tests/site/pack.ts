export type PackLang = "ko" | "en" | "ja" | "vi" | "th" | "id" | "zh";

/** A heading and what stands under it, line by line; `[label, value]` is a pair that a layout may set as a table or a list. */
export interface Section {
  title: string;
  lines: (string | [string, string])[];
}

/** The words of shops of one language. Written from what shops say and what reviewers refuse, not from any rule's vocabulary. */
export interface Pack {
  lang: PackLang;
  price(amount: number): string;
  /** Names with a price in the smallest usual unit. */
  goods: [string, number][];
  digital: [string, number][];
  shipping: Section[];
  digitalDelivery: Section[];
  refund: Section[];
  /** Look like a policy of either kind and are none. */
  notShipping: Record<string, Section>;
  notRefund: Record<string, Section>;
  /** Names a template or a tester leaves behind. */
  testNames: string[];
  menu: {
    shop: string;
    cart: string;
    shipping: string;
    refund: string;
    terms: string;
    privacy: string;
    notice: string;
  };
  buttons: { cart: string; buy: string; order: string; pay: string; soldOut: string; ask: string };
  methods: { title: string; online: string[]; offline: string[] };
  checkout: { title: string; name: string; address: string; phone: string };
  soldOut: string;
  quote: string;
  emptyList: string;
  article: { byline: string; title: string; body: string[] }[];
  provider: Section;
  history: { title: string; head: string[]; rows: string[][] };
  reviews: { title: string; lines: string[] };
}
