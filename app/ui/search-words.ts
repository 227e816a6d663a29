import { defineWords } from "../i18n/words.ts";

/** What the list to search in says. */
export const words = defineWords({
  ko: {
    search: {
      find: "찾기",
      filterPlaceholder: "이름으로 찾기",
      chosen: (n: number) => (n === 0 ? "아직 고른 것이 없어요" : `${n}개 골랐어요`),
      nothing: (text: string) => `‘${text}’에 맞는 것이 없어요. 다른 이름으로 찾아 보세요.`,
      remove: (name: string) => `${name} 빼기`,
    },
  },
  en: {
    search: {
      find: "Find",
      filterPlaceholder: "Find by name",
      chosen: (n: number) => (n === 0 ? "Nothing chosen yet" : `${n} chosen`),
      nothing: (text: string) => `Nothing is called “${text}”. Try another name.`,
      remove: (name: string) => `Remove ${name}`,
    },
  },
});
