import { defineWords } from "#app/i18n/words.ts";

export const words = defineWords({
  ko: {
    loading: "문서를 여는 중이에요",
    failed: "이 브라우저에서 문서를 열지 못했어요. 내려받아 확인해 주세요.",
    page: (n: number, all: number) => `${all}쪽 가운데 ${n}쪽`,
    larger: "크게",
    smaller: "작게",
    fit: "너비에 맞추기",
    noScript: "문서를 보려면 자바스크립트가 필요해요. 내려받아 확인할 수도 있어요.",
  },
  en: {
    loading: "Opening the document",
    failed: "This browser could not open the document. Please download it instead.",
    page: (n: number, all: number) => `Page ${n} of ${all}`,
    larger: "Larger",
    smaller: "Smaller",
    fit: "Fit the width",
    noScript: "Showing the document needs JavaScript. It can be downloaded instead.",
  },
});
