import { defineWords } from "../i18n/words.ts";

/** What the kit itself says. */
export const words = defineWords({
  ko: {
    optional: "선택",
    pending: "보내는 중이에요…",
    close: "닫기",
    cancel: "취소",
    copy: "복사",
    copied: "복사했어요",
    none: "없음",
    status: { act: "지금 할 일", wait: "기다리는 중", done: "완료", closed: "닫힘", problem: "고칠 것", info: "알림" },
    step: { done: "완료", now: "지금", later: "다음", locked: "잠김", why: "왜 잠겨 있나요?" },
    summary: (n: number) => `고칠 곳이 ${n}군데 있어요`,
    table: { sortBy: (label: string) => `${label} 순으로 정렬`, scroll: "옆으로 밀어서 더 보기" },
    pager: { label: "쪽", previous: "이전", next: "다음" },
    timeline: { empty: "아직 기록이 없어요" },
  },
  en: {
    optional: "optional",
    pending: "Sending…",
    close: "Close",
    cancel: "Cancel",
    copy: "Copy",
    copied: "Copied",
    none: "none",
    status: { act: "Act now", wait: "Waiting", done: "Done", closed: "Closed", problem: "To be fixed", info: "Note" },
    step: { done: "done", now: "now", later: "later", locked: "locked", why: "Why is this locked?" },
    summary: (n: number) => (n === 1 ? "One thing needs fixing" : `${n} things need fixing`),
    table: { sortBy: (label: string) => `Sort by ${label}`, scroll: "Scroll sideways for more" },
    pager: { label: "Pages", previous: "Previous", next: "Next" },
    timeline: { empty: "Nothing has happened yet" },
  },
});
