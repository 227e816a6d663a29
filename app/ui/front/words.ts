import { defineWords } from "../../i18n/words.ts";

export const words = defineWords({
  ko: {
    title: "해외 결제 도입, 문의부터 오픈까지",
    description:
      "손님이 사는 나라를 알려 주시면 받을 수 있는 결제수단을 찾고, 계약·심사·테스트·오픈까지 다음 할 일을 하나씩 안내합니다.",
    heading: ["해외 손님이 쓰던 방법으로", "결제하게 해 드려요"],
    lead: "어느 나라에 파는지만 알려 주세요. 그 나라에서 쓰는 결제수단을 찾아 드리고, 계약부터 오픈까지 다음에 할 일을 하나씩 알려 드려요.",
    start: "도입 문의 시작하기",
    startNote: "가입하지 않고 시작해요. 쓰던 내용은 저장되고, 1영업일 안에 답을 드려요.",
    signIn: "이미 진행 중이면 로그인",
    sampleLabel: "예시 화면",
    sample: {
      merchant: "한빛상사",
      next: "다음에 할 일",
      task: "통장 사본 올리기",
      by: "11월 26일 (목) 18:00까지",
      waitingFor: "ZaloPay · 베트남",
      waiting: "결제사 심사를 기다려요",
      waitingBy: "11월 30일 (월)까지 답이 와요",
      doneWhat: "LinkAja · 인도네시아",
      done: "테스트 결제를 통과했어요",
    },
    stepsTitle: "여섯 단계로 열려요",
    stepsLead: "지금 몇 단계인지, 누가 할 차례인지, 언제까지인지 늘 한 화면에서 보여요.",
    you: "사장님",
    us: "Gangway",
    both: "함께",
    steps: {
      inquiry: { title: "도입 문의", text: "손님이 사는 나라, 원하는 결제수단, 한 달 매출 구간을 골라요." },
      proposal: { title: "온보딩 안내", text: "맞는 결제사와 수수료, 걸리는 시간을 정리해 1영업일 안에 보내 드려요." },
      review: {
        title: "계약과 심사",
        text: "필요한 서류만 여쭤봐요. 서류마다 왜 필요한지, 어떤 것이 맞는지 적혀 있어요.",
      },
      site: {
        title: "사이트 확인",
        text: "상품, 배송, 환불 안내와 주문 화면을 확인하고, 부족하면 고칠 곳을 짚어 드려요.",
      },
      test: { title: "테스트 연동", text: "시험용 키로 결제해 봐요. 개발을 맡은 분에게 그대로 넘길 수 있어요." },
      live: { title: "실연동과 오픈", text: "결제 ID와 연동키를 받아 서비스를 열어요." },
    },
    factsTitle: "맡기기 전에 알아 두세요",
    facts: {
      documents: {
        title: "서류는 담당자만 봐요",
        text: "올린 파일은 암호화해 보관하고, 누가 열어 봤는지 기록에 남아요.",
      },
      approval: {
        title: "승인은 두 사람이 해요",
        text: "심사와 실운영 키 발급은 서로 다른 두 사람이 확인해야 끝나요.",
      },
      secrets: {
        title: "비밀키는 메일로 보내지 않아요",
        text: "로그인한 화면에서 한 번만 보여 드리고, 저희가 되묻는 일은 없어요.",
      },
    },
    ready: "미리 준비하면 빨라요",
    readyText: "사업자등록증, 대표자 신분증, 정산받을 통장 사본, 손님이 보는 쇼핑몰 주소.",
  },
  en: {
    title: "Payments abroad, from the first question to opening day",
    description:
      "Tell us where your customers live. We find the ways they pay and lead you through contract, review, test and opening, one next step at a time.",
    heading: ["Let customers abroad pay", "the way they already do"],
    lead: "Tell us which countries you sell to. We find the ways people pay there, and from the contract to opening day we tell you the one thing to do next.",
    start: "Start the inquiry",
    startNote: "No account needed to begin. What you write is kept, and we answer within 1 business day.",
    signIn: "Already under way? Sign in",
    sampleLabel: "Example",
    sample: {
      merchant: "Hanbit Trading",
      next: "Next",
      task: "Upload proof of your bank account",
      by: "by Thu 26 Nov, 18:00",
      waitingFor: "ZaloPay · Vietnam",
      waiting: "The payment company is reviewing",
      waitingBy: "They answer by Mon 30 Nov",
      doneWhat: "LinkAja · Indonesia",
      done: "The test payment went through",
    },
    stepsTitle: "Six steps to opening day",
    stepsLead: "One page always shows where you are, whose turn it is, and by when.",
    you: "You",
    us: "Gangway",
    both: "Together",
    steps: {
      inquiry: {
        title: "Inquiry",
        text: "Choose where your customers live, how they want to pay, and a band for your monthly sales.",
      },
      proposal: {
        title: "Proposal",
        text: "Within 1 business day you get the payment companies that fit, their fees, and how long it takes.",
      },
      review: {
        title: "Contract and review",
        text: "We ask only for the documents we need, and say for each why, and what a good one looks like.",
      },
      site: {
        title: "Site check",
        text: "We look at products, shipping, refunds and the order page, and point at what is missing.",
      },
      test: {
        title: "Test integration",
        text: "Pay with test keys. Hand the page to whoever builds your shop as it is.",
      },
      live: { title: "Going live", text: "You receive payment IDs and integration keys, and open." },
    },
    factsTitle: "Before you trust us with your shop",
    facts: {
      documents: {
        title: "Only those in charge see your documents",
        text: "Files are stored encrypted, and every time one is opened it is recorded.",
      },
      approval: {
        title: "Two people approve",
        text: "The review and every live key need two different people before they count.",
      },
      secrets: {
        title: "Secrets never travel by mail",
        text: "They are shown once, to you, signed in. We will never ask for them.",
      },
    },
    ready: "Have these at hand",
    readyText:
      "Business registration, the representative's ID, proof of the bank account for settlement, and the address of your shop.",
  },
});
