import { defineWords } from "../i18n/words.ts";

/** What is said beside a secret. */
export const words = defineWords({
  ko: {
    secret: {
      once: "지금 한 번만 보여 드려요",
      keep: "지금 복사해서 비밀 보관소(환경 변수나 시크릿 매니저)에 넣어 주세요.",
      never: "이 화면을 떠나면 저희도 다시 볼 수 없어요. 잃어버리면 새로 발급해야 해요.",
      neverAsk: "저희는 메일이나 전화로 이 값을 절대 묻지 않아요.",
    },
  },
  en: {
    secret: {
      once: "Shown only this once",
      keep: "Copy it now into your secret store (environment variable or secret manager).",
      never: "Once you leave this page, not even we can see it again. If it is lost, a new one has to be issued.",
      neverAsk: "We will never ask you for it by mail or by phone.",
    },
  },
});
