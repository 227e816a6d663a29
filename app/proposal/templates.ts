import type { Lang } from "#app/i18n/words.ts";

/** What a text may speak of; in the language it is written in. */
export interface TemplateFacts {
  merchant: string;
  /** How many PSPs the proposal names. */
  psps: number;
  /** Countries, joined. */
  countries: string;
}

export const templateNames = ["hello", "changed", "counter", "preScreen", "partly"] as const;
export type TemplateName = (typeof templateNames)[number];
export const isTemplate = (text: unknown): text is TemplateName => (templateNames as readonly unknown[]).includes(text);

/** Greetings and explanations to begin with, in the merchant's language: it is the merchant who reads them. */
const texts: Record<Lang, Record<TemplateName, (facts: TemplateFacts) => string>> = {
  ko: {
    hello: ({ merchant, countries }) =>
      `${merchant} 담당자님, 안녕하세요.\n보내 주신 문의에 맞춰 ${countries} 결제 채널을 골라 보았습니다. 궁금한 점은 아래 각 줄에서 바로 물어봐 주세요.`,
    changed: ({ merchant }) =>
      `${merchant} 담당자님, 안녕하세요.\n요청하신 내용을 반영해 제안을 고쳤습니다. 달라진 점은 아래에 표시했습니다.`,
    counter: ({ merchant }) =>
      `${merchant} 담당자님, 안녕하세요.\n바라신 수수료를 결제사에 확인했습니다. 조정할 수 있는 것은 반영했고, 어려운 것은 각 줄의 조건에 이유를 적었습니다.`,
    preScreen: ({ merchant }) =>
      `${merchant} 담당자님, 안녕하세요.\n고르신 결제사는 계약 전에 사전 심사를 합니다. 수락하시면 심사를 먼저 넣고, 결과에 따라 계약을 진행합니다.`,
    partly: ({ merchant, psps }) =>
      `${merchant} 담당자님, 안녕하세요.\n지금 열 수 있는 것을 결제사 ${psps}곳으로 묶었습니다. 이번에 넣지 못한 결제수단과 그 이유는 아래에 적었습니다.`,
  },
  en: {
    hello: ({ merchant, countries }) =>
      `Dear ${merchant},\nthank you for your inquiry. These are the channels that fit it best in ${countries}. Ask right at a line when something is unclear.`,
    changed: ({ merchant }) =>
      `Dear ${merchant},\nhere is the proposal with the changes you asked for. What is different is marked below.`,
    counter: ({ merchant }) =>
      `Dear ${merchant},\nwe asked the PSPs about the rates you named. What could be changed is in; where it could not, the line says why.`,
    preScreen: ({ merchant }) =>
      `Dear ${merchant},\nthe PSP you chose screens merchants before the contract. Once you accept, the screening goes first and the contract follows its outcome.`,
    partly: ({ merchant, psps }) =>
      `Dear ${merchant},\nwhat can be opened now is bundled with ${psps === 1 ? "one PSP" : `${psps} PSPs`}. What had to be left out, and why, stands below.`,
  },
};

/** @param lang the merchant's */
export const templateText = (name: TemplateName, facts: TemplateFacts, lang: Lang): string => texts[lang][name](facts);
