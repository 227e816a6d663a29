import { defineWords } from "#app/i18n/words.ts";

/** Of the sentences below: a change of wording is a new version (consent.test.ts holds the two together). */
export const consentVersion = "2026-11-22";

/** What a merchant agrees to, to the letter. */
export const consentWords = defineWords({
  ko: {
    prefill: (partner: string) =>
      `${partner}에서 전달받은 위 정보를 도입 문의 작성에 쓰는 데 동의해요. 동의하지 않으면 쓰지 않고 바로 지워요.`,
    status: (partner: string) =>
      `진행 단계, 그 단계가 된 날, 열린 결제 채널 수를 ${partner}에 알리는 데 동의해요. 이름, 메일, 서류는 알리지 않아요. 언제든지 철회할 수 있어요.`,
  },
  en: {
    prefill: (partner: string) =>
      `Use the data above, handed over by ${partner}, to begin my inquiry. Without this it is not used and is deleted at once.`,
    status: (partner: string) =>
      `Tell ${partner} which stage I have reached, since when, and how many channels are open. Never names, mails or documents. I can withdraw this at any time.`,
  },
});
