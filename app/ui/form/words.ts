import { defineWords } from "../../i18n/words.ts";

export const words = defineWords({
  ko: {
    problems: {
      "form.missing": "답을 적어 주세요.",
      "form.chooseOne": "하나 이상 골라 주세요.",
      "form.mustAgree": "계속하려면 동의가 필요해요.",
      "form.wrong": "이 답을 다시 확인해 주세요.",
      "form.notANumber": "숫자로 적어 주세요.",
      "form.notEmail": "name@example.com처럼 이메일 주소를 끝까지 적어 주세요.",
      "form.notUrl": "https://로 시작하는 주소를 적어 주세요.",
      "form.notADate": "2026-11-22처럼 날짜를 적어 주세요.",
      "form.tooShort": (min: string) => `${min}자 이상 적어 주세요.`,
      "form.tooLong": (max: string) => `${max}자까지 적을 수 있어요. 조금 줄여 주세요.`,
      "form.tooSmall": (min: string) => `${min} 이상이어야 해요.`,
      "form.tooBig": (max: string) => `${max} 이하여야 해요.`,
    },
  },
  en: {
    problems: {
      "form.missing": "Enter an answer.",
      "form.chooseOne": "Choose at least one.",
      "form.mustAgree": "Tick this to go on.",
      "form.wrong": "Look at this answer again.",
      "form.notANumber": "Enter a number.",
      "form.notEmail": "Enter the whole e-mail address, like name@example.com.",
      "form.notUrl": "Enter an address that begins with https://.",
      "form.notADate": "Enter a date like 2026-11-22.",
      "form.tooShort": (min: string) => `Enter at least ${min} characters.`,
      "form.tooLong": (max: string) => `At most ${max} characters fit here. Please shorten it.`,
      "form.tooSmall": (min: string) => `This has to be ${min} or more.`,
      "form.tooBig": (max: string) => `This has to be ${max} or less.`,
    },
  },
});
