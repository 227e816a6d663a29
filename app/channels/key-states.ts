import { defineWords } from "#app/i18n/words.ts";

/** How a live key stands, in the words that merchant and staff both read. */
export const keyStateWords = defineWords({
  ko: { proposed: "확인 대기", active: "사용 중", overlapping: "교체 중", expired: "만료", revoked: "폐기" },
  en: {
    proposed: "To be confirmed",
    active: "Active",
    overlapping: "Being replaced",
    expired: "Expired",
    revoked: "Revoked",
  },
});

export const keyTone = {
  proposed: "wait",
  active: "done",
  overlapping: "wait",
  expired: "closed",
  revoked: "closed",
} as const;
