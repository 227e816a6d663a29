import type { Lang } from "#app/i18n/words.ts";

/** Edition of the terms below. A change of the words is a new edition; contracts remember theirs. */
export const TERMS = "2026-11";

interface Article {
  title: string;
  paragraphs: string[];
}

/**
 * The service contract between the merchant and Gangway, our own words. Fees are those of the accepted proposal, which the contract
 * refers to by the case's number; contracts with each PSP are signed besides.
 */
export const terms: Record<Lang, Article[]> = {
  ko: [
    {
      title: "제1조 (목적)",
      paragraphs: [
        "이 계약은 Gangway(이하 “회사”)가 제공하는 해외 결제 연동 서비스를 고객사가 이용하는 데 필요한 조건과 양측의 권리·의무를 정합니다.",
      ],
    },
    {
      title: "제2조 (서비스)",
      paragraphs: [
        "회사는 별지의 결제 채널에 대하여 계약 주선, 심사 접수, 테스트 환경, 결제 ID와 연동키의 발급, 결제 요청과 결과의 중계를 제공합니다.",
        "각 결제 채널의 이용은 해당 PSP의 심사와 PSP와의 별도 계약을 조건으로 합니다. 회사는 PSP의 승인을 보증하지 않습니다.",
      ],
    },
    {
      title: "제3조 (요금)",
      paragraphs: [
        "요금은 고객사가 수락한 제안서에 따릅니다. 제안서에 “PSP별 요율”로 표시된 항목은 해당 PSP와의 계약에서 정합니다.",
        "요금은 부가가치세 별도이며, 매월 전월 거래금액을 기준으로 청구합니다.",
      ],
    },
    {
      title: "제4조 (고객사의 의무)",
      paragraphs: [
        "고객사는 사실과 같은 자료를 제출하고, 상호·대표자·판매 품목·사이트 주소·결제 방식이 바뀌면 지체 없이 알립니다. 변경에 따라 추가 심사가 필요할 수 있습니다.",
        "고객사는 상품, 배송 정책, 취소·환불 정책과 주문(결제) 페이지를 계약 기간 내내 유지합니다.",
        "고객사는 연동키를 안전하게 보관하고, 유출이 의심되면 즉시 회사에 알려 폐기합니다.",
      ],
    },
    {
      title: "제5조 (정산과 보류)",
      paragraphs: [
        "정산 주기, 통화, 유보금은 각 PSP와의 계약에 따릅니다.",
        "법령 위반, 제한 업종 판매, 과도한 취소가 확인되면 회사 또는 PSP는 이유를 알리고 서비스를 일시 중지할 수 있습니다.",
      ],
    },
    {
      title: "제6조 (개인정보와 비밀)",
      paragraphs: [
        "양측은 서비스 제공에 필요한 범위에서만 개인정보를 처리하고, 관련 법령이 정한 보호조치를 합니다.",
        "양측은 이 계약으로 알게 된 상대방의 비밀을 계약이 끝난 뒤에도 누설하지 않습니다.",
      ],
    },
    {
      title: "제7조 (기간과 해지)",
      paragraphs: [
        "계약은 양측이 모두 서명한 날부터 1년이며, 만료 30일 전까지 어느 한쪽의 반대가 없으면 1년씩 연장됩니다.",
        "어느 한쪽이 의무를 위반하고 서면 요청 후 14일 안에 고치지 않으면 상대방은 계약을 해지할 수 있습니다.",
      ],
    },
    {
      title: "제8조 (책임과 준거법)",
      paragraphs: [
        "어느 한쪽의 고의 또는 과실로 손해가 생기면 그 당사자가 배상합니다. PSP나 통신망의 장애로 생긴 손해는 회사의 고의 또는 중과실이 없는 한 책임지지 않습니다.",
        "이 계약은 대한민국 법을 따르며, 분쟁은 서울중앙지방법원을 제1심 관할법원으로 합니다.",
      ],
    },
    {
      title: "제9조 (전자서명)",
      paragraphs: [
        "양측은 포털에서 한 전자서명이 자필 서명과 같은 효력을 가지는 데 동의합니다. 서명은 이 문서 파일의 해시값(SHA-256)에 대하여 이루어집니다.",
      ],
    },
  ],
  en: [
    {
      title: "1. Purpose",
      paragraphs: [
        "This contract sets out on what terms the merchant uses the overseas payment integration service of Gangway (“the company”), and what each side owes the other.",
      ],
    },
    {
      title: "2. The service",
      paragraphs: [
        "For the payment channels listed in the schedule the company arranges contracts, files applications, provides a test environment, issues payment IDs and integration keys, and relays payment requests and results.",
        "Use of each channel depends on the review of its PSP and on a separate contract with that PSP. The company does not guarantee a PSP's approval.",
      ],
    },
    {
      title: "3. Fees",
      paragraphs: [
        "Fees are those of the proposal that the merchant accepted. What it marks as “rate by PSP” is agreed in the contract with that PSP.",
        "Fees exclude value added tax and are billed monthly on the volume of the month before.",
      ],
    },
    {
      title: "4. What the merchant owes",
      paragraphs: [
        "The merchant hands in true documents and reports without delay when its name, representative, goods, site address or payment mode changes. A change may need another review.",
        "The merchant keeps products, shipping policy, cancellation and refund policy and the order page in place for as long as the contract runs.",
        "The merchant keeps the integration keys safe, and reports at once when one may have leaked, so that it can be revoked.",
      ],
    },
    {
      title: "5. Settlement and suspension",
      paragraphs: [
        "Settlement cycle, currency and reserve follow the contract with each PSP.",
        "Where the law is broken, restricted goods are sold or cancellations are excessive, the company or the PSP may suspend the service and says why.",
      ],
    },
    {
      title: "6. Personal data and confidence",
      paragraphs: [
        "Each side handles personal data only as far as the service needs it, with the safeguards that the law asks for.",
        "Each side keeps the other's secrets, also after the contract has ended.",
      ],
    },
    {
      title: "7. Term and termination",
      paragraphs: [
        "The contract runs for one year from the day on which both have signed and is renewed by a year each time unless one side objects 30 days before.",
        "If one side breaks its duties and does not mend this within 14 days of being asked in writing, the other may terminate.",
      ],
    },
    {
      title: "8. Liability and law",
      paragraphs: [
        "Whoever causes damage by intent or negligence makes it good. For failures of a PSP or a network the company is liable only for intent and gross negligence.",
        "The law of the Republic of Korea applies; the Seoul Central District Court has jurisdiction in the first instance.",
      ],
    },
    {
      title: "9. Electronic signature",
      paragraphs: [
        "Both sides agree that a signature given in the portal has the effect of one by hand. What is signed is the hash (SHA-256) of this document's file.",
      ],
    },
  ],
};
