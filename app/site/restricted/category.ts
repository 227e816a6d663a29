export type Code = "P" | "C" | "R" | "G" | "A";

/** A kind of goods that some payment company refuses or asks about, the words that betray it, and who says what. */
export interface Category {
  id: string;
  words: RegExp;
  /** Words that take it back: a plum wine glass is no wine. */
  unless?: RegExp;
  lists: { psp: string; code: Code }[];
}

/** Korean gateways as a whole, KG Inicis Japan, Payletter, KICC Alipay+, KICC WeChat Pay. */
export const on = (lists: Partial<Record<"KR" | "INICIS_JP" | "PAYLETTER" | "ALIPAY_PLUS" | "WECHAT", Code>>) =>
  Object.entries(lists).map(([psp, code]) => ({ psp, code }));
