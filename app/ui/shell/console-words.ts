import { defineWords } from "../../i18n/words.ts";

/** What the keyboard of the console says. */
export const words = defineWords({
  ko: {
    keys: {
      title: "단축키",
      next: "다음 줄",
      previous: "이전 줄",
      open: "열기",
      find: "이 목록에서 찾기",
      palette: "어디든 찾아가기",
      help: "단축키 보기",
      singleKeys: "글자 하나로 된 단축키 쓰기",
      close: "닫기",
    },
    palette: {
      title: "찾기·이동",
      placeholder: "가맹점, 결제 ID, 서류, 할 일…",
      nothing: "찾은 것이 없어요.",
      waiting: "찾는 중이에요…",
    },
  },
  en: {
    keys: {
      title: "Keyboard shortcuts",
      next: "Next row",
      previous: "Previous row",
      open: "Open",
      find: "Find in this list",
      palette: "Go anywhere",
      help: "Show the shortcuts",
      singleKeys: "Use single-letter shortcuts",
      close: "Close",
    },
    palette: {
      title: "Find or go to",
      placeholder: "Merchant, payment ID, document, action…",
      nothing: "Nothing found.",
      waiting: "Looking…",
    },
  },
});
