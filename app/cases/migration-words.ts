import { defineWords } from "#app/i18n/words.ts";

/**
 * What `npm run workflow:migrate` says of a running case: why it stays on its version (`refusals`, by the keys of
 * workflows/migration.ts), what it owes and no longer owes, and what becomes of its clocks.
 */
export const migrationWords = defineWords({
  ko: {
    refusals: {
      noWay: (_: string) => "이 버전에서 옮겨 갈 길이 없어요.",
      isFinished: (_: string) => "이미 끝난 신청이라 옮기지 않아요.",
      preScreenOpen: (lines: string) =>
        `${lines}의 사전 심사를 채널에서 아직 기다리고 있어요. 결제사가 승인하거나 채널을 닫으면 옮길 수 있어요.`,
      preScreenRefused: (lines: string) =>
        `${lines}의 결제사가 채널의 사전 심사에서 거절했어요. 다시 승인받거나 채널을 닫으면 옮길 수 있어요.`,
    },
    requirements: {
      preScreen: (line: string) => `${line}: 계약 전 결제사 사전 심사`,
      channelPreScreen: (line: string) => `${line}: 테스트 전 채널의 사전 심사`,
    },
    changes: { added: "추가", dropped: "없어짐" },
    clocks: { kept: "기한 그대로", moved: "기한 이름만 바뀜", added: "기한 새로 시작", removed: "기한 없어짐" },
    stopped: (minutes: number) => `멈춤, ${minutes}분 남음`,
    stays: "그대로 둠",
  },
  en: {
    refusals: {
      noWay: (_: string) => "There is no way from this version.",
      isFinished: (_: string) => "The case has ended: it stays as it is.",
      preScreenOpen: (lines: string) =>
        `The channel of ${lines} still waits for its PSP's pre-screen. The case can move once the PSP has said yes, or the channel is closed.`,
      preScreenRefused: (lines: string) =>
        `The PSP of ${lines} refused the pre-screen at the channel. The case can move once it has said yes after all, or the channel is closed.`,
    },
    requirements: {
      preScreen: (line: string) => `${line}: pre-screen by the PSP before the contract`,
      channelPreScreen: (line: string) => `${line}: pre-screen at the channel, before its tests`,
    },
    changes: { added: "added", dropped: "dropped" },
    clocks: { kept: "dates kept", moved: "dates moved", added: "dates added", removed: "dates removed" },
    stopped: (minutes: number) => `stopped, ${minutes} min left`,
    stays: "stays",
  },
});
