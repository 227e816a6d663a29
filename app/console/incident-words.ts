import { defineWords } from "#app/i18n/words.ts";

export const incidentWords = defineWords({
  ko: {
    title: "멈춘 작업",
    intro:
      "여러 번 시도했지만 끝내지 못한 작업이에요. 원인을 없앤 뒤 다시 시작하면 이어서 진행돼요. 같은 일이 두 번 일어나지 않아요.",
    caption: "멈춘 작업 목록",
    task: "작업",
    error: "마지막 오류",
    attempts: "시도",
    since: "멈춘 때",
    theCase: "신청",
    open: "열기",
    resume: "다시 시작",
    resumed: "다시 줄에 세웠어요.",
    gone: "이 작업은 이미 다시 시작되었거나 끝났어요.",
    none: "멈춘 작업이 없어요",
    noneWhy: "모든 작업이 제때 끝나고 있어요.",
  },
  en: {
    title: "Stuck jobs",
    intro:
      "Work that was tried as often as it may be and is not done. Remove the cause, then resume: it goes on, and nothing happens twice.",
    caption: "Stuck jobs",
    task: "Job",
    error: "Last error",
    attempts: "Tries",
    since: "Stuck since",
    theCase: "Case",
    open: "Open",
    resume: "Resume",
    resumed: "It stands in line again.",
    gone: "This job has been resumed or has ended already.",
    none: "Nothing is stuck",
    noneWhy: "Every job is done in time.",
  },
});
