import type { InTwo } from "./kind.ts";

export const proposalLetters = {
  inquiryReceived: {
    ko: {
      subject: ({ caseName }) => `도입 문의가 접수되었습니다 (${caseName})`,
      lead: ({ merchant }) => `${merchant}의 해외 결제 도입 문의를 받았습니다. 남겨 주신 내용은 아래와 같습니다.`,
      next: ({ due }) =>
        `담당 상담사가 PSP와 결제수단, 비용을 정리한 제안을 ${due ? `${due}까지 ` : "영업일 기준 1일 안에 "}보내 드립니다.`,
      button: "접수 내용 보기",
    },
    en: {
      subject: ({ caseName }) => `We have your inquiry (${caseName})`,
      lead: ({ merchant }) => `We received the inquiry of ${merchant} about selling abroad. This is what you told us.`,
      next: ({ due }) =>
        `An advisor sends you a proposal with PSPs, payment methods and costs ${due ? `by ${due}` : "within one business day"}.`,
      button: "See your inquiry",
    },
  },
  inquiryWaiting: {
    ko: {
      subject: ({ merchant, caseName }) => `새 도입 문의: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant}의 도입 문의가 들어왔습니다.`,
      next: ({ due }) => `회신 기한은 ${due || "영업일 기준 1일"}입니다. 사건을 맡고 제안을 보내 주세요.`,
      button: "문의 열기",
    },
    en: {
      subject: ({ merchant, caseName }) => `New inquiry: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant} has sent an inquiry.`,
      next: ({ due }) =>
        `The reply is due ${due ? `by ${due}` : "within one business day"}. Take the case and send a proposal.`,
      button: "Open the inquiry",
    },
  },
  replyDueSoon: {
    ko: {
      subject: ({ merchant, caseName }) => `회신 기한이 다가옵니다: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant}의 문의에 아직 제안이 나가지 않았습니다.`,
      next: ({ due }) => (due ? `${due}까지 보내 주세요.` : "오늘 안에 보내 주세요."),
      button: "제안 작성하기",
    },
    en: {
      subject: ({ merchant, caseName }) => `Reply due soon: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `No proposal has gone out to ${merchant} yet.`,
      next: ({ due }) => (due ? `Please send it by ${due}.` : "Please send it today."),
      button: "Write the proposal",
    },
  },
  replyOverdue: {
    ko: {
      subject: ({ merchant, caseName }) => `회신 기한이 지났습니다: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `약속한 1영업일 안에 ${merchant}에 회신하지 못했습니다.`,
      next: () => "지금 제안을 보내거나 다른 상담사에게 넘겨 주세요.",
      button: "사건 열기",
    },
    en: {
      subject: ({ merchant, caseName }) => `Reply overdue: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `The one business day we promised ${merchant} has passed.`,
      next: () => "Send the proposal now, or hand the case over.",
      button: "Open the case",
    },
  },
  proposalReady: {
    ko: {
      subject: ({ caseName }) => `제안서가 도착했습니다 (${caseName})`,
      lead: ({ merchant }) => `${merchant}에 맞는 PSP와 결제수단, 예상 비용을 정리했습니다.`,
      next: ({ due }) => `내용을 확인하고 진행할 채널을 골라 주세요.${due ? ` 제안은 ${due}까지 유효합니다.` : ""}`,
      button: "제안서 보기",
    },
    en: {
      subject: ({ caseName }) => `Your proposal is ready (${caseName})`,
      lead: ({ merchant }) => `We put together the PSPs, payment methods and costs that fit ${merchant}.`,
      next: ({ due }) => `Read it and choose the channels you want.${due ? ` It is valid until ${due}.` : ""}`,
      button: "Read the proposal",
    },
  },
  proposalReminder: {
    ko: {
      subject: ({ caseName }) => `제안서가 답변을 기다립니다 (${caseName})`,
      lead: () => "보내 드린 제안서에 아직 답변이 없습니다.",
      next: ({ due }) => `수락하거나 바꾸고 싶은 점을 알려 주세요.${due ? ` ${due}까지 유효합니다.` : ""}`,
      button: "제안서 보기",
    },
    en: {
      subject: ({ caseName }) => `Your proposal is waiting for an answer (${caseName})`,
      lead: () => "You have not answered our proposal yet.",
      next: ({ due }) => `Accept it, or tell us what to change.${due ? ` It is valid until ${due}.` : ""}`,
      button: "Read the proposal",
    },
  },
  proposalAsked: {
    ko: {
      subject: ({ merchant, caseName }) => `제안에 대한 질문: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant}에서 제안의 한 줄에 대해 물었습니다.`,
      next: () => "제안 화면에서 질문 아래에 바로 답해 주세요.",
      button: "질문에 답하기",
    },
    en: {
      subject: ({ merchant, caseName }) => `A question about the proposal: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant} asks about a line of the proposal.`,
      next: () => "Answer right under the question.",
      button: "Answer",
    },
  },
  proposalAnswered: {
    ko: {
      subject: ({ caseName }) => `질문에 답을 드렸습니다 (${caseName})`,
      lead: () => "제안에 대해 물어보신 것에 상담사가 답을 드렸습니다.",
      next: () => "제안서의 그 줄에서 질문과 답을 함께 볼 수 있습니다.",
      button: "답 보기",
    },
    en: {
      subject: ({ caseName }) => `Your question is answered (${caseName})`,
      lead: () => "Your advisor has answered your question about the proposal.",
      next: () => "Question and answer stand together at the line of the proposal.",
      button: "See the answer",
    },
  },
  proposalChangesWanted: {
    ko: {
      subject: ({ merchant, caseName }) => `제안 수정 요청: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant}에서 제안의 수정을 요청했습니다.`,
      next: ({ due }) => `수정한 제안을 ${due ? `${due}까지 ` : ""}보내 주세요.`,
      button: "제안 수정하기",
    },
    en: {
      subject: ({ merchant, caseName }) => `Changes wanted: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant} asks for changes to the proposal.`,
      next: ({ due }) => `Send the revised proposal${due ? ` by ${due}` : ""}.`,
      button: "Revise the proposal",
    },
  },
  proposalAccepted: {
    ko: {
      subject: ({ merchant, caseName }) => `제안이 수락되었습니다: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant}에서 제안을 수락했습니다.`,
      next: () =>
        "사전 심사가 있는 PSP가 있으면 그 답을 먼저 기다리고, 없으면 계약과 KYC, 사이트 요건 확인이 바로 시작됩니다.",
      button: "사건 열기",
    },
    en: {
      subject: ({ merchant, caseName }) => `Proposal accepted: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant} has accepted the proposal.`,
      next: () => "Contract, KYC and the site check begin now, or once the PSPs that pre-screen have said yes.",
      button: "Open the case",
    },
  },
  preScreenStarted: {
    ko: {
      subject: ({ caseName }) => `결제사가 사전 심사를 하고 있습니다 (${caseName})`,
      lead: ({ channel }) =>
        `제안을 수락해 주셔서 감사합니다. ${channel}에서 계약 전에 먼저 사전 심사를 합니다. 심사는 저희가 요청하니 지금 하실 일은 없습니다.`,
      next: ({ due }) =>
        `${due ? `보통 ${due}까지 답이 옵니다. ` : ""}승인되면 바로 계약과 KYC가 열리고, 승인되지 않으면 다른 방법을 제안해 드립니다.`,
      button: "진행 상황 보기",
    },
    en: {
      subject: ({ caseName }) => `The PSP takes a first look (${caseName})`,
      lead: ({ channel }) =>
        `Thank you for accepting. Before any contract ${channel} pre-screens the shop. We ask for it; there is nothing for you to do now.`,
      next: ({ due }) =>
        `${due ? `The answer usually comes by ${due}. ` : ""}With a yes, contract and KYC open at once; with a no, we propose another way.`,
      button: "See where you are",
    },
  },
  preScreenToRecord: {
    ko: {
      subject: ({ merchant, caseName }) => `계약 전 사전 심사: ${merchant} (${caseName})`,
      lead: ({ channel, merchant }) => `${merchant}의 계약 전에 ${channel}의 사전 심사 결과가 필요합니다.`,
      next: ({ due }) => `PSP에 심사를 요청하고 ${due ? `${due}까지 ` : ""}답을 기록해 주세요.`,
      button: "답 기록하기",
    },
    en: {
      subject: ({ merchant, caseName }) => `Pre-screen before the contract: ${merchant} (${caseName})`,
      lead: ({ channel, merchant }) => `${merchant} goes on once ${channel} has answered the pre-screen.`,
      next: ({ due }) => `Ask the PSP and record the answer${due ? ` by ${due}` : ""}.`,
      button: "Record the answer",
    },
  },
  preScreenOverdue: {
    ko: {
      subject: ({ merchant, caseName }) => `사전 심사 답이 늦어지고 있습니다: ${merchant} (${caseName})`,
      lead: ({ channel, merchant }) => `${merchant}의 사전 심사를 요청했지만 ${channel}에서 아직 답이 없습니다.`,
      next: () => "PSP에 다시 확인하고 가맹점에 상황을 알려 주세요. 답이 끝내 없으면 다른 제안을 준비해야 합니다.",
      button: "사건 열기",
    },
    en: {
      subject: ({ merchant, caseName }) => `The pre-screen is late: ${merchant} (${caseName})`,
      lead: ({ channel, merchant }) => `${channel} has not answered the pre-screen of ${merchant} yet.`,
      next: () => "Ask the PSP again and tell the merchant. Should no answer come, another proposal is due.",
      button: "Open the case",
    },
  },
  preScreenRefused: {
    ko: {
      subject: ({ caseName }) => `사전 심사 결과와 다음 제안 (${caseName})`,
      lead: () => "결제사 한 곳이 사전 심사에서 이번에는 진행하지 않기로 했습니다. 신청이 거절된 것은 아닙니다.",
      next: () => "담당 상담사가 다른 결제사나 조건으로 제안을 고쳐 보내 드립니다. 지금 하실 일은 없습니다.",
      button: "진행 상황 보기",
    },
    en: {
      subject: ({ caseName }) => `The pre-screen's answer, and what follows (${caseName})`,
      lead: () => "One PSP has decided in its pre-screen not to go ahead this time. Your application is not rejected.",
      next: () =>
        "Your advisor sends you a changed proposal, with another PSP or other terms. There is nothing to do now.",
      button: "See where you are",
    },
  },
  preScreenUnanswered: {
    ko: {
      subject: ({ caseName }) => `결제사 답이 없어 제안을 고칩니다 (${caseName})`,
      lead: () => "결제사가 사전 심사에 오래 답하지 않아, 더 기다리지 않고 제안을 고치기로 했습니다.",
      next: () => "담당 상담사가 고친 제안을 보내 드립니다. 지금 하실 일은 없습니다.",
      button: "진행 상황 보기",
    },
    en: {
      subject: ({ caseName }) => `No answer from the PSP: we change the proposal (${caseName})`,
      lead: () => "The PSP has not answered the pre-screen for long. Rather than wait on, we change the proposal.",
      next: () => "Your advisor sends you a changed proposal. There is nothing to do now.",
      button: "See where you are",
    },
  },
  proposalToChange: {
    ko: {
      subject: ({ merchant, caseName }) => `제안을 고쳐 주세요: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant}의 결제사 사전 심사가 승인 없이 끝났습니다.`,
      next: ({ due }) => `다른 결제사나 조건으로 고친 제안을 ${due ? `${due}까지 ` : ""}보내 주세요.`,
      button: "제안 고치기",
    },
    en: {
      subject: ({ merchant, caseName }) => `A proposal to change: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `The pre-screen of ${merchant} ended without a yes.`,
      next: ({ due }) => `Send a proposal with another PSP or other terms${due ? ` by ${due}` : ""}.`,
      button: "Change the proposal",
    },
  },
  proposalDeclined: {
    ko: {
      subject: ({ merchant, caseName }) => `제안이 거절되었습니다: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant}에서 제안을 거절했습니다.`,
      next: () => "이 건은 종료되었습니다. 이유를 기록에서 확인하세요.",
      button: "사건 열기",
    },
    en: {
      subject: ({ merchant, caseName }) => `Proposal declined: ${merchant} (${caseName})`,
      lead: ({ merchant }) => `${merchant} has declined the proposal.`,
      next: () => "The case is closed. The reason is on record.",
      button: "Open the case",
    },
  },
  proposalExpired: {
    ko: {
      subject: ({ caseName }) => `제안의 유효기간이 끝났습니다 (${caseName})`,
      lead: () => "답변이 없어 제안의 유효기간이 지났고 이 건을 닫았습니다.",
      next: () => "다시 시작하고 싶으시면 새 문의를 남겨 주세요. 입력하셨던 내용은 그대로 불러올 수 있습니다.",
      button: "다시 문의하기",
    },
    en: {
      subject: ({ caseName }) => `The proposal has expired (${caseName})`,
      lead: () => "Without an answer the proposal has run out, and we closed the case.",
      next: () => "To start again, send a new inquiry. What you entered can be taken over.",
      button: "Start again",
    },
  },
  inquiryDeclined: {
    ko: {
      subject: ({ caseName }) => `도입을 도와드리기 어렵습니다 (${caseName})`,
      lead: ({ merchant }) =>
        `${merchant}의 문의를 검토했지만, 지금 조건으로는 진행하기 어렵습니다. 이유는 아래와 같습니다.`,
      next: () => "조건이 바뀌면 언제든 새 문의를 남겨 주세요.",
      button: "기록 보기",
    },
    en: {
      subject: ({ caseName }) => `We cannot take this on (${caseName})`,
      lead: ({ merchant }) =>
        `We looked at the inquiry of ${merchant} and cannot go ahead as things stand. The reason is below.`,
      next: () => "Should things change, send a new inquiry at any time.",
      button: "See the record",
    },
  },
} satisfies Record<string, InTwo>;
