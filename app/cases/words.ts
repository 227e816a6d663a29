import { defineWords } from "#app/i18n/words.ts";

/** What the merchant's side of a case says. */
export const words = defineWords({
  ko: {
    refused: {
      title: "지금은 할 수 없어요",
      kept: "바뀐 것은 없어요.",
    },
    notNow: "지금은 안 되는 이유",
    problems: {
      "reason.missing": "이유를 적어 주세요.",
      "reason.tooLong": "2,000자까지 적을 수 있어요.",
    },
    reason: "이유",
    reasonHint: "상대방이 읽고, 기록에 남아요.",
    phase: { act: "지금 할 일", wait: "기다리는 중", done: "완료", closed: "종료" },
  },
  en: {
    refused: {
      title: "This cannot be done now",
      kept: "Nothing has changed.",
    },
    notNow: "Why not now",
    problems: {
      "reason.missing": "Please say why.",
      "reason.tooLong": "At most 2,000 characters.",
    },
    reason: "Reason",
    reasonHint: "The other side reads it, and it stays in the record.",
    phase: { act: "Act now", wait: "Waiting", done: "Done", closed: "Closed" },
  },
});
