import type { InTwo } from "./kind.ts";

export const serviceLetters = {
  pspPreScreenStarted: {
    ko: {
      subject: ({ channel, merchant, caseName }) => `PSP 사전 심사: ${channel} · ${merchant} (${caseName})`,
      lead: ({ channel }) => `${channel} 채널은 테스트 전에 PSP의 사전 심사를 받아야 합니다.`,
      next: () => "PSP에 심사를 요청하고 결과를 기록해 주세요.",
      button: "채널 열기",
    },
    en: {
      subject: ({ channel, merchant, caseName }) => `PSP pre-screen: ${channel} · ${merchant} (${caseName})`,
      lead: ({ channel }) => `${channel} has to be pre-screened by its PSP before testing.`,
      next: () => "Ask the PSP and record the answer.",
      button: "Open the channel",
    },
  },
  testSetUp: {
    ko: {
      subject: ({ channel, caseName }) => `테스트 연동을 시작할 수 있습니다: ${channel} (${caseName})`,
      lead: ({ channel }) => `${channel} 채널의 테스트 연동이 열렸습니다.`,
      next: () => "테스트 키를 등록하고 테스트 계획의 항목을 하나씩 통과해 주세요. 심사와 나란히 진행할 수 있습니다.",
      button: "테스트 시작하기",
    },
    en: {
      subject: ({ channel, caseName }) => `Test integration is open: ${channel} (${caseName})`,
      lead: ({ channel }) => `You can begin to test ${channel}.`,
      next: () => "Set the test credentials and pass the items of the test plan. The review goes on meanwhile.",
      button: "Begin testing",
    },
  },
  testsPassed: {
    ko: {
      subject: ({ channel, merchant, caseName }) => `테스트 통과: ${channel} · ${merchant} (${caseName})`,
      lead: ({ channel, merchant }) => `${merchant}의 ${channel} 테스트가 모두 끝났습니다.`,
      next: () => "KYC가 승인되면 PSP 심사로 넘어갑니다.",
      button: "채널 열기",
    },
    en: {
      subject: ({ channel, merchant, caseName }) => `Tests passed: ${channel} · ${merchant} (${caseName})`,
      lead: ({ channel, merchant }) => `${merchant} has passed every test of ${channel}.`,
      next: () => "It goes to the PSP as soon as KYC is approved.",
      button: "Open the channel",
    },
  },
  pspReviewStarted: {
    ko: {
      subject: ({ channel, caseName }) => `PSP 심사가 진행 중입니다: ${channel} (${caseName})`,
      lead: ({ channel }) => `${channel}의 PSP가 심사하고 있습니다.`,
      next: () => "결과가 나오면 바로 알려 드립니다. PSP에서 추가 서류 메일을 보낼 수 있으니 스팸함도 확인해 주세요.",
      button: "진행 상황 보기",
    },
    en: {
      subject: ({ channel, caseName }) => `With the PSP for review: ${channel} (${caseName})`,
      lead: ({ channel }) => `The PSP of ${channel} is looking at the application.`,
      next: () =>
        "We tell you as soon as there is an answer. The PSP may write to you for more papers: look in the spam folder too.",
      button: "See where you are",
    },
  },
  pspRefused: {
    ko: {
      subject: ({ channel, caseName }) => `PSP가 승인하지 않았습니다: ${channel} (${caseName})`,
      lead: ({ channel }) => `${channel}의 PSP가 이번 신청을 승인하지 않았습니다.`,
      next: () => "담당자가 이유를 확인하고, 보완해 다시 신청하거나 다른 채널을 제안해 드립니다.",
      button: "채널 보기",
    },
    en: {
      subject: ({ channel, caseName }) => `Refused by the PSP: ${channel} (${caseName})`,
      lead: ({ channel }) => `The PSP of ${channel} did not approve the application this time.`,
      next: () => "We find out why, and either apply again or propose another channel.",
      button: "See the channel",
    },
  },
  paymentIdToConfirm: {
    ko: {
      subject: ({ channel, merchant, caseName }) => `결제 ID 확인 대기: ${channel} · ${merchant} (${caseName})`,
      lead: ({ channel }) => `${channel}의 결제 ID가 입력되었습니다.`,
      next: () => "입력한 사람과 다른 담당자가 확인해야 발급됩니다.",
      button: "확인하기",
    },
    en: {
      subject: ({ channel, merchant, caseName }) => `Payment ID to confirm: ${channel} · ${merchant} (${caseName})`,
      lead: ({ channel }) => `A payment ID for ${channel} has been entered.`,
      next: () => "It is issued once a second person confirms it.",
      button: "Confirm",
    },
  },
  paymentIdIssued: {
    ko: {
      subject: ({ channel, caseName }) => `결제 ID가 발급되었습니다: ${channel} (${caseName})`,
      lead: () => "실 운영용 결제 ID가 발급되었습니다. 어느 채널, 국가, 통화에 쓰는 ID인지 아래 표에서 확인해 주세요.",
      next: () => "연동키는 곧 이어서 발급되며, 비밀 값은 메일로 보내지 않습니다.",
      button: "포털에서 보기",
    },
    en: {
      subject: ({ channel, caseName }) => `Your payment ID is here: ${channel} (${caseName})`,
      lead: () => "Your live payment ID is issued. The table says for which channel, country and currency it is.",
      next: () => "The integration keys follow shortly. Secrets are never sent by mail.",
      button: "Open in the portal",
    },
  },
  keysToConfirm: {
    ko: {
      subject: ({ channel, merchant, caseName }) => `연동키 확인 대기: ${channel} · ${merchant} (${caseName})`,
      lead: ({ channel }) => `${channel}의 실 연동키가 준비되었습니다.`,
      next: () => "만든 사람과 다른 담당자가 확인해야 발급됩니다.",
      button: "확인하기",
    },
    en: {
      subject: ({ channel, merchant, caseName }) => `Keys to confirm: ${channel} · ${merchant} (${caseName})`,
      lead: ({ channel }) => `The live integration keys of ${channel} are prepared.`,
      next: () => "They are issued once a second person confirms them.",
      button: "Confirm",
    },
  },
  keysIssued: {
    ko: {
      subject: ({ channel, caseName }) => `연동키를 받아 가세요: ${channel} (${caseName})`,
      lead: ({ channel }) => `${channel}의 실 연동키가 발급되었습니다. 비밀 키는 포털에서 한 번만 볼 수 있습니다.`,
      next: () => "키를 서버에 등록하고 소액 실결제로 확인한 뒤 서비스를 여세요.",
      button: "키 받으러 가기",
    },
    en: {
      subject: ({ channel, caseName }) => `Fetch your integration keys: ${channel} (${caseName})`,
      lead: ({ channel }) => `The live keys of ${channel} are issued. The secret is shown once, in the portal.`,
      next: () => "Put the keys on your server, verify with a small real payment, then open.",
      button: "Fetch the keys",
    },
  },
  channelLive: {
    ko: {
      subject: ({ channel, caseName }) => `채널이 열렸습니다: ${channel} (${caseName})`,
      lead: ({ channel }) => `${channel} 채널로 실결제를 받을 수 있습니다.`,
      next: () => "실 키가 쓰이고 있는지 첫 결제에서 한 번 더 확인해 주세요.",
      button: "채널 보기",
    },
    en: {
      subject: ({ channel, caseName }) => `The channel is live: ${channel} (${caseName})`,
      lead: ({ channel }) => `You can take real payments with ${channel}.`,
      next: () => "Look once more at the first payment: it should carry your live key.",
      button: "See the channel",
    },
  },
  channelSuspended: {
    ko: {
      subject: ({ channel, caseName }) => `채널이 일시 중지되었습니다: ${channel} (${caseName})`,
      lead: ({ channel }) => `${channel} 채널을 일시 중지했습니다. 이유는 아래와 같습니다.`,
      next: () => "이미 승인된 결제는 영향을 받지 않습니다. 담당자가 다음 절차를 안내해 드립니다.",
      button: "채널 보기",
    },
    en: {
      subject: ({ channel, caseName }) => `Channel suspended: ${channel} (${caseName})`,
      lead: ({ channel }) => `We have suspended ${channel}. The reason is below.`,
      next: () => "Payments already approved are not affected. We tell you what happens next.",
      button: "See the channel",
    },
  },
  channelClosed: {
    ko: {
      subject: ({ channel, caseName }) => `채널이 종료되었습니다: ${channel} (${caseName})`,
      lead: ({ channel }) => `${channel} 채널을 닫았습니다. 발급된 연동키는 더 이상 쓸 수 없습니다.`,
      next: () => "다시 이용하시려면 담당자에게 알려 주세요.",
      button: "사건 보기",
    },
    en: {
      subject: ({ channel, caseName }) => `Channel closed: ${channel} (${caseName})`,
      lead: ({ channel }) => `${channel} is closed. Its integration keys no longer work.`,
      next: () => "Tell us if you want it back.",
      button: "See the case",
    },
  },
  caseHeld: {
    ko: {
      subject: ({ caseName }) => `진행을 잠시 멈췄습니다 (${caseName})`,
      lead: () => "아래 이유로 진행을 잠시 멈췄습니다. 입력하신 내용은 모두 그대로 보관됩니다.",
      next: () => "다시 시작되면 알려 드립니다. 기한은 멈춘 동안 흐르지 않습니다.",
      button: "진행 상황 보기",
    },
    en: {
      subject: ({ caseName }) => `Your case is on hold (${caseName})`,
      lead: () => "We have paused the case for the reason below. Everything you entered is kept.",
      next: () => "We tell you when it goes on. No deadline runs meanwhile.",
      button: "See where you are",
    },
  },
  caseResumed: {
    ko: {
      subject: ({ caseName }) => `다시 진행합니다 (${caseName})`,
      lead: () => "멈췄던 진행을 다시 시작했습니다.",
      next: () => "다음에 할 일은 진행 상황 화면에 있습니다.",
      button: "진행 상황 보기",
    },
    en: {
      subject: ({ caseName }) => `Your case goes on (${caseName})`,
      lead: () => "The case is no longer on hold.",
      next: () => "What to do next stands on your journey page.",
      button: "See where you are",
    },
  },
  caseWithdrawn: {
    ko: {
      subject: ({ merchant, caseName }) => `고객사가 철회했습니다: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant}에서 진행을 철회했습니다.`,
      next: () => "이 건은 종료되었습니다.",
      button: "사건 보기",
    },
    en: {
      subject: ({ merchant, caseName }) => `Withdrawn by the merchant: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant} has withdrawn.`,
      next: () => "The case is closed.",
      button: "See the case",
    },
  },
  promiseMoved: {
    ko: {
      subject: ({ caseName }) => `약속드린 기한이 바뀌었습니다 (${caseName})`,
      lead: ({ merchant }) => `영업일 달력이 바뀌어 ${merchant}에 약속드린 기한을 다시 계산했습니다.`,
      next: ({ due }) =>
        due
          ? `새 기한은 ${due}입니다. 따로 하실 일은 없습니다.`
          : "새 기한은 포털에서 확인할 수 있습니다. 따로 하실 일은 없습니다.",
      button: "진행 상황 보기",
    },
    en: {
      subject: ({ caseName }) => `The date we promised has moved (${caseName})`,
      lead: ({ merchant }) =>
        `The calendar of business days has changed, so the date promised to ${merchant} was counted again.`,
      next: ({ due }) =>
        due
          ? `It is now ${due}. There is nothing for you to do.`
          : "The new date stands in the portal. There is nothing for you to do.",
      button: "See how it stands",
    },
  },
  serviceOpened: {
    ko: {
      subject: ({ merchant, caseName }) => `서비스가 열렸습니다: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant}의 해외 결제 서비스가 시작되었습니다.`,
      next: () => "열린 채널과 문의처는 포털에서 확인할 수 있습니다. 나머지 채널은 각자 준비되는 대로 열립니다.",
      button: "포털 열기",
    },
    en: {
      subject: ({ merchant, caseName }) => `The service is open: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant} takes live payments from abroad now.`,
      next: () => "Live channels and contacts stand in the portal. The other channels open as each is ready.",
      button: "Open the portal",
    },
  },
  serviceSuspended: {
    ko: {
      subject: ({ caseName }) => `서비스가 일시 중지되었습니다 (${caseName})`,
      lead: () => "아래 이유로 결제 서비스를 일시 중지했습니다.",
      next: () => "해결되면 다시 열어 드립니다. 이 메일에 회신해 주시면 담당자에게 전달됩니다.",
      button: "자세히 보기",
    },
    en: {
      subject: ({ caseName }) => `Your service is suspended (${caseName})`,
      lead: () => "We have suspended the payment service for the reason below.",
      next: () => "It is opened again once this is solved. Answer this mail to reach your contact.",
      button: "See details",
    },
  },
  serviceResumed: {
    ko: {
      subject: ({ caseName }) => `서비스가 다시 열렸습니다 (${caseName})`,
      lead: () => "일시 중지했던 결제 서비스를 다시 열었습니다.",
      next: () => "하실 일은 없습니다.",
      button: "포털 열기",
    },
    en: {
      subject: ({ caseName }) => `Your service is open again (${caseName})`,
      lead: () => "The payment service is no longer suspended.",
      next: () => "There is nothing you need to do.",
      button: "Open the portal",
    },
  },
  reviewDue: {
    ko: {
      subject: ({ merchant, caseName }) => `정기 재심사: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant}의 정기 KYC 재심사 시기가 되었습니다.`,
      next: () => "변경된 사항과 만료된 서류를 확인해 주세요.",
      button: "재심사하기",
    },
    en: {
      subject: ({ merchant, caseName }) => `Periodic review: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `The KYC of ${merchant} is due for its periodic review.`,
      next: () => "Look at what has changed and which papers have run out.",
      button: "Review",
    },
  },
} satisfies Record<string, InTwo>;
