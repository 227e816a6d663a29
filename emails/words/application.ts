import type { InTwo } from "./kind.ts";

export const applicationLetters = {
  documentsNeeded: {
    ko: {
      subject: ({ caseName }) => `계약과 KYC를 시작합니다 (${caseName})`,
      lead: ({ merchant }) =>
        `${merchant}의 제안 수락을 확인했습니다. 이제 계약, KYC, 사이트 요건 확인을 나란히 진행합니다.`,
      next: () => "사업자 정보를 입력하고 서류를 올려 주세요. 테스트 연동은 심사와 함께 바로 시작할 수 있습니다.",
      button: "서류 올리기",
    },
    en: {
      subject: ({ caseName }) => `Contract and KYC begin (${caseName})`,
      lead: ({ merchant }) =>
        `Thank you: ${merchant} has accepted the proposal. Contract, KYC and the site check now run side by side.`,
      next: () => "Enter your business data and upload the documents. Test integration can begin at once.",
      button: "Upload documents",
    },
  },
  documentsReminder: {
    ko: {
      subject: ({ caseName }) => `아직 받지 못한 서류가 있습니다 (${caseName})`,
      lead: () => "심사를 시작하려면 아래 항목이 더 필요합니다.",
      next: () => "올리신 내용은 저장되어 있습니다. 남은 것만 채워 주세요.",
      button: "이어서 하기",
    },
    en: {
      subject: ({ caseName }) => `Some documents are still missing (${caseName})`,
      lead: () => "Before the review can begin we need the following.",
      next: () => "What you uploaded is kept. Only the rest is missing.",
      button: "Go on",
    },
  },
  moreDocumentsNeeded: {
    ko: {
      subject: ({ caseName }) => `서류를 다시 확인해 주세요 (${caseName})`,
      lead: () => "심사 담당자가 아래 항목을 다시 요청했습니다. 이유를 함께 적었습니다.",
      next: () => "해당 항목만 다시 올리고 제출해 주세요. 나머지는 그대로 인정됩니다.",
      button: "다시 올리기",
    },
    en: {
      subject: ({ caseName }) => `Please look at your documents again (${caseName})`,
      lead: () => "The reviewer asks for the following again, each with the reason.",
      next: () => "Upload just these and submit. Everything else stays accepted.",
      button: "Upload again",
    },
  },
  kycSubmitted: {
    ko: {
      subject: ({ merchant, caseName }) => `KYC 심사 대기: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant}의 KYC 자료가 제출되어 심사를 기다립니다.`,
      next: ({ due }) => (due ? `심사 기한은 ${due}입니다.` : "심사를 시작해 주세요."),
      button: "심사하기",
    },
    en: {
      subject: ({ merchant, caseName }) => `KYC to review: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant} has submitted its KYC file.`,
      next: ({ due }) => (due ? `The review is due by ${due}.` : "Please begin the review."),
      button: "Review",
    },
  },
  kycToApprove: {
    ko: {
      subject: ({ merchant, caseName }) => `KYC 승인 대기: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant}의 KYC 심사 의견이 올라왔습니다.`,
      next: ({ due }) => `심사 의견을 낸 사람과 다른 승인자가 결정해 주세요.${due ? ` 기한은 ${due}입니다.` : ""}`,
      button: "결정하기",
    },
    en: {
      subject: ({ merchant, caseName }) => `KYC to decide: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `The review of ${merchant} has ended with a recommendation.`,
      next: ({ due }) => `An approver other than the reviewer decides.${due ? ` Due by ${due}.` : ""}`,
      button: "Decide",
    },
  },
  kycApproved: {
    ko: {
      subject: ({ caseName }) => `계약과 KYC가 모두 끝났습니다 (${caseName})`,
      lead: ({ merchant }) => `${merchant}의 KYC가 승인되고 계약과 사이트 확인까지 마쳤습니다.`,
      next: () => "테스트를 마친 채널부터 PSP 심사로 넘어가고, 이어서 결제 ID와 연동키를 발급합니다.",
      button: "진행 상황 보기",
    },
    en: {
      subject: ({ caseName }) => `Contract and KYC are complete (${caseName})`,
      lead: ({ merchant }) => `The KYC of ${merchant} is approved, the contract signed and the site confirmed.`,
      next: () => "Channels whose tests are done go to their PSP now; payment IDs and integration keys follow.",
      button: "See where you are",
    },
  },
  kycRejected: {
    ko: {
      subject: ({ caseName }) => `KYC가 승인되지 않았습니다 (${caseName})`,
      lead: () => "심사 결과 이번에는 승인하지 못했습니다. 이유는 아래와 같습니다.",
      next: () => "사실과 다른 점이 있거나 보완했다면 30일 안에 이의를 신청할 수 있습니다.",
      button: "이의 신청하기",
    },
    en: {
      subject: ({ caseName }) => `KYC was not approved (${caseName})`,
      lead: () => "After review we could not approve this time. The reason is below.",
      next: () => "If something is not as stated, or has been mended, you can appeal within 30 days.",
      button: "Appeal",
    },
  },
  kycAppealed: {
    ko: {
      subject: ({ merchant, caseName }) => `KYC 이의 신청: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant}에서 KYC 결과에 이의를 신청했습니다.`,
      next: () => "심사를 다시 시작합니다.",
      button: "사건 열기",
    },
    en: {
      subject: ({ merchant, caseName }) => `KYC appeal: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant} appeals against the KYC decision.`,
      next: () => "The review begins again.",
      button: "Open the case",
    },
  },
  applicationExpired: {
    ko: {
      subject: ({ caseName }) => `신청이 만료되었습니다 (${caseName})`,
      lead: () => "90일 동안 신청이 끝나지 않아 이 건을 닫았습니다.",
      next: () => "다시 시작하고 싶으시면 새 문의를 남겨 주세요.",
      button: "다시 문의하기",
    },
    en: {
      subject: ({ caseName }) => `The application has expired (${caseName})`,
      lead: () => "The application was not completed within 90 days, so we closed it.",
      next: () => "To start again, send a new inquiry.",
      button: "Start again",
    },
  },
  contractReady: {
    ko: {
      subject: ({ caseName }) => `이용계약서에 서명해 주세요 (${caseName})`,
      lead: ({ merchant }) => `${merchant}의 이용계약서가 준비되었습니다.`,
      next: () => "내용을 읽고 포털에서 서명해 주세요. 인쇄하거나 우편으로 보낼 필요가 없습니다.",
      button: "계약서 보고 서명하기",
    },
    en: {
      subject: ({ caseName }) => `Please sign the service contract (${caseName})`,
      lead: ({ merchant }) => `The service contract of ${merchant} is ready.`,
      next: () => "Read it and sign in the portal. Nothing has to be printed or posted.",
      button: "Read and sign",
    },
  },
  contractToCountersign: {
    ko: {
      subject: ({ merchant, caseName }) => `계약 서명 대기: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant}에서 계약서에 서명했습니다.`,
      next: ({ due }) => `회사 측 서명이 필요합니다.${due ? ` 기한은 ${due}입니다.` : ""}`,
      button: "서명하기",
    },
    en: {
      subject: ({ merchant, caseName }) => `Contract to countersign: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant} has signed the contract.`,
      next: ({ due }) => `Our signature is needed.${due ? ` Due by ${due}.` : ""}`,
      button: "Countersign",
    },
  },
  contractSigned: {
    ko: {
      subject: ({ caseName }) => `이용계약이 체결되었습니다 (${caseName})`,
      lead: () => "양측의 서명이 모두 끝났습니다. 서명된 계약서는 포털에서 내려받을 수 있습니다.",
      next: () => "남은 단계는 진행 상황 화면에 있습니다.",
      button: "계약서 보기",
    },
    en: {
      subject: ({ caseName }) => `The contract is signed by both (${caseName})`,
      lead: () => "Both sides have signed. The signed contract can be downloaded in the portal.",
      next: () => "What is left stands on your journey page.",
      button: "See the contract",
    },
  },
  contractVoided: {
    ko: {
      subject: ({ caseName }) => `계약서를 다시 만듭니다 (${caseName})`,
      lead: () => "앞서 보내 드린 계약서는 무효가 되었습니다. 이유는 아래와 같습니다.",
      next: () => "사업자 정보를 확인하고 새 계약서를 만들어 주세요.",
      button: "계약 화면 열기",
    },
    en: {
      subject: ({ caseName }) => `The contract is being drawn up again (${caseName})`,
      lead: () => "The contract we sent you is void. The reason is below.",
      next: () => "Check your business data and have a new one made.",
      button: "Open the contract",
    },
  },
  siteToReview: {
    ko: {
      subject: ({ merchant, caseName }) => `사이트 확인 대기: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant}의 사이트 점검 결과가 제출되었습니다.`,
      next: ({ due }) => (due ? `확인 기한은 ${due}입니다.` : "증거를 보고 확인해 주세요."),
      button: "확인하기",
    },
    en: {
      subject: ({ merchant, caseName }) => `Site to review: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant} has submitted its site check.`,
      next: ({ due }) => (due ? `Due by ${due}.` : "Please look at the evidence."),
      button: "Review",
    },
  },
  siteOnHold: {
    ko: {
      subject: ({ caseName }) => `사이트 보완이 필요합니다 (${caseName})`,
      lead: () => "사이트에 아직 갖춰지지 않은 항목이 있어 접수를 보류했습니다. 무엇이 부족한지 아래에 적었습니다.",
      next: () => "고친 뒤 다시 점검하고 제출해 주세요. 제출하신 서류 심사는 그대로 이어집니다.",
      button: "점검 결과 보기",
    },
    en: {
      subject: ({ caseName }) => `Your site needs a few things (${caseName})`,
      lead: () =>
        "Some of what a shop has to show is not there yet, so the application is on hold. What is missing stands below.",
      next: () => "Mend it, run the check again and submit. The review of your documents goes on meanwhile.",
      button: "See the report",
    },
  },
  sitePassed: {
    ko: {
      subject: ({ caseName }) => `사이트 요건을 모두 충족했습니다 (${caseName})`,
      lead: () => "상품, 배송 정책, 취소·환불 정책, 주문(결제) 페이지를 모두 확인했습니다.",
      next: () => "이제 주소나 판매 품목이 바뀌면 먼저 알려 주세요. 다시 심사가 필요할 수 있습니다.",
      button: "진행 상황 보기",
    },
    en: {
      subject: ({ caseName }) => `Your site meets the four conditions (${caseName})`,
      lead: () => "Products, shipping policy, cancellation and refund policy and the order page are all confirmed.",
      next: () => "Should the address or what you sell change, tell us first: it may need another review.",
      button: "See where you are",
    },
  },
  siteChanged: {
    ko: {
      subject: ({ merchant, caseName }) => `사이트에서 사라진 것이 있습니다: ${merchant} (${caseName})`,
      lead: ({ merchant }) =>
        `${merchant}의 사이트를 정기적으로 다시 살펴보았더니, 심사 때 확인한 내용 가운데 없어졌거나 달라진 것이 있습니다.`,
      next: () =>
        "무엇이 달라졌는지 확인해 주세요. 의도한 변경이 아니라면 되돌리고, 맞는 변경이라면 다시 점검해 주세요.",
      button: "달라진 것 보기",
    },
    en: {
      subject: ({ merchant, caseName }) => `Something is missing from the site: ${merchant} (${caseName})`,
      lead: ({ merchant }) =>
        `We look at ${merchant}'s site again at intervals, and some of what the review had confirmed is gone or different.`,
      next: () => "Please see what changed. If it was not meant, put it back; if it was, run the check again.",
      button: "See what changed",
    },
  },
} satisfies Record<string, InTwo>;
