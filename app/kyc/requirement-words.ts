import { defineWords, type Lang } from "#app/i18n/words.ts";
import type { DocumentKind } from "#workflows/kyc/document-kinds.ts";

/** What each paper is called, why it is asked, and what a good one looks like. */
export const documentWords = defineWords({
  ko: {
    businessRegistration: {
      name: "사업자등록증",
      why: "누구와 계약하는지 확인하는 기본 서류예요.",
      good: "홈택스에서 발급한 최신본. 상호와 주소가 지금과 같아야 해요.",
    },
    uniqueNumberCertificate: {
      name: "고유번호증",
      why: "등기가 없는 단체가 세무서에 등록되어 있는지 확인해요.",
      good: "세무서에서 발급한 사본 전체가 보이게 올려 주세요.",
    },
    registerExtract: {
      name: "법인등기부등본 (등기사항전부증명서)",
      why: "대표자와 임원, 본점 주소를 등기와 맞춰 봐요.",
      good: "인터넷등기소의 제출용. 말소사항을 포함하면 더 좋아요.",
    },
    incorporationCertificate: {
      name: "법인 설립 증명서 (Certificate of Incorporation)",
      why: "현지 법에 따라 세워진 법인인지 확인해요.",
      good: "설립 국가 등록기관이 발급한 것. 공증본이면 심사가 빨라요.",
    },
    incumbencyCertificate: {
      name: "임원 재직 증명서 (Certificate of Incumbency)",
      why: "지금 누가 이사이고 누가 서명할 수 있는지 확인해요.",
      good: "이사 명부나 Good Standing 증명서도 괜찮아요.",
    },
    registeredAddressProof: {
      name: "법인 주소 증빙",
      why: "등록 주소가 실제로 쓰이는 곳인지 확인해요.",
      good: "공과금 고지서, 임대차 계약서, 은행 명세서 중 하나.",
    },
    taxRegistration: {
      name: "세무 등록 증명 (VAT·GST 등)",
      why: "세금 번호가 법인의 것인지 확인해요.",
      good: "번호와 상호가 함께 보이는 등록증이나 조회 화면 출력물.",
    },
    articles: {
      name: "정관 또는 규약",
      why: "사업 목적과 대표권을 확인해요.",
      good: "모든 쪽을 한 파일로. 최근 개정본이어야 해요.",
    },
    establishmentPermit: {
      name: "비영리법인 설립허가서",
      why: "주무관청의 허가를 받은 단체인지 확인해요.",
      good: "허가 번호와 발급 기관이 보이는 사본.",
    },
    englishTranslation: {
      name: "영문 번역본",
      why: "해외 결제사가 읽을 수 있어야 해요.",
      good: "번역 공증을 받은 것. 원본과 같은 순서로 묶어 주세요.",
    },
    representativeId: {
      name: "대표자 신분증",
      why: "대표자 본인인지 확인해요.",
      good: "주민등록증·운전면허증은 주민번호 뒤 7자리를 가리고, 글자가 또렷하게 찍어 주세요. 외국인은 외국인등록증이나 여권.",
    },
    directorId: {
      name: "이사 신분증",
      why: "이사 한 분 한 분을 확인해요.",
      good: "여권 사진면. 네 모서리가 모두 보여야 해요.",
    },
    ownerId: {
      name: "실소유자 신분증",
      why: "지분 25% 이상을 가진 분을 확인해요.",
      good: "여권 사진면. 네 모서리가 모두 보여야 해요.",
    },
    personAddressProof: {
      name: "개인 주소 증빙",
      why: "이사와 실소유자가 사는 곳을 확인해요.",
      good: "이름과 주소가 함께 있는 공과금 고지서나 은행 명세서.",
    },
    shareholderRegister: {
      name: "주주명부",
      why: "실소유자를 찾는 데 써요. 법으로 정해진 확인이에요.",
      good: "법인 인감을 찍은 최신 명부. 지분율 합이 100%여야 해요.",
    },
    memberRegister: {
      name: "주주·사원·회원 명부",
      why: "누가 단체를 소유하거나 이끄는지 확인해요.",
      good: "이름과 지분(또는 의결권)이 함께 적힌 것.",
    },
    ownershipChart: {
      name: "지분 구조도",
      why: "중간에 회사가 있으면 그 뒤의 사람까지 이어서 봐야 해요.",
      good: "사람에 이를 때까지 회사 이름과 지분율을 그리고 대표자가 서명한 것.",
    },
    customerConfirmation: {
      name: "고객거래확인서",
      why: "실소유자와 거래 목적을 대표자가 직접 확인하는 서류예요.",
      good: "빈칸 없이 적고 서명하거나 날인한 것.",
    },
    agentId: {
      name: "대리인 신분증",
      why: "위임받은 분이 맞는지 확인해요.",
      good: "주민번호 뒤 7자리를 가린 사본.",
    },
    powerOfAttorney: {
      name: "위임장",
      why: "대리인이 계약할 수 있는지 확인해요.",
      good: "위임 범위와 기간을 적고 인감을 찍은 것. 원본은 우편으로 보내 주세요.",
    },
    personalSealCertificate: {
      name: "개인인감증명서",
      why: "계약서에 찍은 도장이 대표자의 것인지 확인해요.",
      good: "주민번호 뒤 7자리를 가린 것. 원본은 우편으로 보내 주세요.",
    },
    corporateSealCertificate: {
      name: "법인인감증명서",
      why: "계약서에 찍은 도장이 법인의 것인지 확인해요.",
      good: "등기소에서 발급한 것. 공동대표는 대표자마다 필요해요. 원본은 우편으로 보내 주세요.",
    },
    workingSealStatement: {
      name: "사용인감계",
      why: "등록한 인감 대신 쓰는 도장을 법인이 인정하는 서류예요.",
      good: "사용인감과 법인인감을 함께 찍은 것.",
    },
    pspContract: {
      name: "결제사 계약서",
      why: "결제사와 맺는 계약이에요. 결제사가 심사한 뒤 보내 드려요.",
      good: "2부를 날인해 등기우편으로 보내 주세요.",
    },
    guaranteeInsurance: {
      name: "보증보험증권",
      why: "결제사가 정산 전에 요구할 수 있어요.",
      good: "보험사가 직접 보내 줘요. 기간은 보통 1년이에요.",
    },
    existingTerms: {
      name: "기존 결제사 계약 조건",
      why: "지금 조건을 그대로 옮길 수 있는지 확인해요.",
      good: "수단별 수수료율, 영세·중소 등급, 최근 3개월 평균 매출.",
    },
    bankbookCopy: {
      name: "정산 통장 사본",
      why: "정산금을 받을 계좌의 주인을 확인해요.",
      good: "법인은 법인 명의, 개인사업자는 대표자 명의. 예금주와 계좌번호가 보이는 면.",
    },
    bankLetter: {
      name: "은행 확인서 또는 명세서",
      why: "정산금을 받을 해외 계좌의 주인을 확인해요.",
      good: "예금주, 계좌번호(IBAN), SWIFT 코드가 한 장에 보이는 것.",
    },
    mailOrderReport: {
      name: "통신판매업 신고증",
      why: "온라인 판매를 신고했는지 카드사가 확인해요.",
      good: "신고번호가 사이트 하단의 번호와 같아야 해요.",
    },
    purchaseSafetyCertificate: {
      name: "구매안전서비스 이용확인증",
      why: "통신판매업을 신고할 때 필요해요. 결제사가 발급해요.",
      good: "신고 전이라면 발급을 요청해 주세요.",
    },
    paymentPathCapture: {
      name: "결제 경로 캡처",
      why: "구매자가 결제창까지 가는 길을 결제사가 확인해요.",
      good: "상품 고르기부터 결제창까지 화면 순서대로 PDF 한 개에. 스토어에 없는 앱도 이렇게 보여 주세요.",
    },
    salesEvidence: {
      name: "매출 증빙",
      why: "이 결제사는 월 1만 달러 이상의 매출을 확인해요.",
      good: "최근 달의 주문 목록이나 결제 내역. 통화와 합계가 보여야 해요.",
    },
    alcoholManufacturingLicence: {
      name: "주류제조면허증",
      why: "전통주만 온라인으로 팔 수 있어요.",
      good: "면허 종류와 유효기간이 보이는 사본.",
    },
    alcoholMailOrderApproval: {
      name: "주류통신판매 승인서",
      why: "전통주 온라인 판매 승인을 확인해요.",
      good: "국세청이 발급한 사본.",
    },
    alcoholPickupPermission: {
      name: "주류 판매 면허 (스마트오더)",
      why: "매장에서 받는 주문만 허용돼요.",
      good: "면허증과 성인 확인 방법을 함께.",
    },
    designatedDonationBody: {
      name: "지정기부금단체 증빙",
      why: "기부금을 받을 수 있는 단체인지 확인해요.",
      good: "기획재정부 고시나 홈택스 조회 화면.",
    },
    voucherTaxOrConsignment: {
      name: "인지세 납부 증빙 또는 위탁판매 계약서",
      why: "모바일 상품권을 팔 권리를 확인해요.",
      good: "상품별 납부 확인서, 또는 발행사와 맺은 계약서.",
    },
    voucherIssuerRegister: {
      name: "상품권 발행사 등기부등본",
      why: "발행사가 실제로 있는 회사인지 확인해요.",
      good: "발행사의 최근 등기부등본.",
    },
    voucherSample: {
      name: "상품권 견본",
      why: "유효기간과 환불 조건이 적혀 있는지 확인해요.",
      good: "앞뒤가 모두 보이는 이미지.",
    },
    gymOperationCertificate: {
      name: "체육시설업 신고증 (영업필증)",
      why: "이용권을 미리 파는 시설의 영업 신고를 확인해요.",
      good: "시설 주소가 사업장 주소와 같아야 해요.",
    },
    leaseContract: {
      name: "임대차 계약서",
      why: "공간을 빌려줄 권리를 확인해요.",
      good: "임대 기간과 면적이 보이는 계약서.",
    },
    buildingRegister: {
      name: "건축물대장",
      why: "빌려주는 공간이 실제로 있는지 확인해요.",
      good: "정부24에서 발급한 것.",
    },
    travelRegistration: {
      name: "여행업 등록증",
      why: "여행 상품을 팔 수 있는지 확인해요.",
      good: "업종(국내·국외)이 파는 상품과 맞아야 해요.",
    },
    carRentalRegistration: {
      name: "자동차대여사업 등록증",
      why: "렌터카 영업 등록을 확인해요.",
      good: "등록 번호와 영업소가 보이는 사본.",
    },
    schoolRegistration: {
      name: "학원 등록증 또는 인가서",
      why: "교육 서비스의 등록을 확인해요.",
      good: "교육청 등록증이나 부처 인가서.",
    },
    professionalLicence: {
      name: "전문 자격증",
      why: "컨설팅은 국가 자격이 있어야 받아 주는 결제사가 있어요.",
      good: "대표자나 담당자의 국가 자격증.",
    },
    electronicFinanceRegistration: {
      name: "전자금융업 등록증",
      why: "입점 판매자에게 정산하려면 등록이 필요해요.",
      good: "금융감독원 등록증 사본.",
    },
    foodSalesPermission: {
      name: "수산물·육류 판매 허가",
      why: "일본 카드사는 판매 허가를 확인해요.",
      good: "허가 기관과 기간이 보이는 사본.",
    },
  },
  en: {
    businessRegistration: {
      name: "Business registration certificate",
      why: "It says whom we sign a contract with.",
      good: "The latest one from HomeTax, with the present name and address.",
    },
    uniqueNumberCertificate: {
      name: "Unique number certificate",
      why: "It shows that an association without a register is known to the tax office.",
      good: "A copy with the whole page in sight.",
    },
    registerExtract: {
      name: "Corporate register extract",
      why: "Representatives, officers and address are compared with the register.",
      good: "The version for submission from the internet registry, cancelled entries included.",
    },
    incorporationCertificate: {
      name: "Certificate of incorporation",
      why: "It shows that the company exists under its own law.",
      good: "Issued by the registry of its country. A notarised copy is reviewed faster.",
    },
    incumbencyCertificate: {
      name: "Certificate of incumbency",
      why: "It says who the directors are and who may sign.",
      good: "A register of directors or a certificate of good standing will do.",
    },
    registeredAddressProof: {
      name: "Proof of the registered address",
      why: "We check that the address is in use.",
      good: "A utility bill, a lease or a bank statement.",
    },
    taxRegistration: {
      name: "Tax registration (VAT, GST…)",
      why: "We check that the tax number is the company's.",
      good: "A certificate, or a printed register page, with number and name together.",
    },
    articles: {
      name: "Articles or by-laws",
      why: "They say what the company does and who represents it.",
      good: "All pages in one file, the latest amendment included.",
    },
    establishmentPermit: {
      name: "Permission to establish a non-profit",
      why: "We check that the authority in charge has permitted it.",
      good: "A copy with the permit number and the authority in sight.",
    },
    englishTranslation: {
      name: "English translation",
      why: "The PSP abroad must be able to read your papers.",
      good: "Sworn or notarised, in the order of the originals.",
    },
    representativeId: {
      name: "Representative's ID",
      why: "We check who represents the company.",
      good: "A passport, or a Korean card with the last 7 digits of the resident number covered. Every letter readable.",
    },
    directorId: {
      name: "Director's ID",
      why: "Each director is checked.",
      good: "The photo page of the passport, all four corners in sight.",
    },
    ownerId: {
      name: "Owner's ID",
      why: "Everybody with 25 % or more is checked.",
      good: "The photo page of the passport, all four corners in sight.",
    },
    personAddressProof: {
      name: "Personal proof of address",
      why: "We check where directors and owners live.",
      good: "A utility bill or bank statement with name and address together.",
    },
    shareholderRegister: {
      name: "Shareholder register",
      why: "The law asks us to find the people behind a company.",
      good: "The latest one with the corporate seal. Shares add up to 100 %.",
    },
    memberRegister: {
      name: "Register of shareholders or members",
      why: "It says who owns or leads the body.",
      good: "Names together with shares or votes.",
    },
    ownershipChart: {
      name: "Ownership chart",
      why: "Where companies stand in between, we follow them to the people behind.",
      good: "Names and shares down to natural persons, signed by a representative.",
    },
    customerConfirmation: {
      name: "Customer transaction confirmation",
      why: "The representative confirms owners and purpose in person.",
      good: "No gaps, signed or sealed.",
    },
    agentId: {
      name: "Agent's ID",
      why: "We check who acts for the company.",
      good: "A copy with the last 7 digits of the resident number covered.",
    },
    powerOfAttorney: {
      name: "Power of attorney",
      why: "It allows the agent to sign.",
      good: "With scope and period, sealed. The original follows by post.",
    },
    personalSealCertificate: {
      name: "Personal seal certificate",
      why: "It shows that the seal on the contract is the representative's.",
      good: "The last 7 digits of the resident number covered. The original follows by post.",
    },
    corporateSealCertificate: {
      name: "Corporate seal certificate",
      why: "It shows that the seal on the contract is the company's.",
      good: "Issued by the registry; one for each joint representative. The original follows by post.",
    },
    workingSealStatement: {
      name: "Use-of-seal statement",
      why: "With it the company accepts a seal other than the registered one.",
      good: "Both the working seal and the registered seal on it.",
    },
    pspContract: {
      name: "Contract with the PSP",
      why: "The PSP sends it after its own review.",
      good: "Two sealed copies by registered post.",
    },
    guaranteeInsurance: {
      name: "Guarantee insurance policy",
      why: "The PSP may ask for it before it settles.",
      good: "The insurer sends it. It usually runs for a year.",
    },
    existingTerms: {
      name: "Terms of your present PG",
      why: "We see whether they can be taken along.",
      good: "Rates by method, small-business grade, average sales of the last 3 months.",
    },
    bankbookCopy: {
      name: "Bankbook copy",
      why: "We check who owns the account that is paid into.",
      good: "In the company's name, or the representative's for a sole proprietor. Holder and number in sight.",
    },
    bankLetter: {
      name: "Bank letter or statement",
      why: "We check who owns the account abroad.",
      good: "Holder, account number (IBAN) and SWIFT code on one page.",
    },
    mailOrderReport: {
      name: "Mail-order business report",
      why: "Card companies check that online sales were reported.",
      good: "Its number is the one at the foot of your site.",
    },
    purchaseSafetyCertificate: {
      name: "Purchase-safety certificate",
      why: "It is needed to report mail-order sales. The PG issues it.",
      good: "Ask for it if you have not reported yet.",
    },
    paymentPathCapture: {
      name: "Screens of the way to pay",
      why: "The PSP looks at how a buyer reaches the payment window.",
      good: "From choosing a product to the payment window, in order, in one PDF. Apps not in a store are shown like this too.",
    },
    salesEvidence: {
      name: "Evidence of sales",
      why: "This PSP wants to see USD 10,000 a month or more.",
      good: "Orders or payments of recent months with currency and totals.",
    },
    alcoholManufacturingLicence: {
      name: "Alcohol manufacturing licence",
      why: "Only traditional liquor may be sold online.",
      good: "A copy with kind and period in sight.",
    },
    alcoholMailOrderApproval: {
      name: "Alcohol mail-order approval",
      why: "Selling traditional liquor online needs approval.",
      good: "A copy as issued by the tax service.",
    },
    alcoholPickupPermission: {
      name: "Alcohol sales licence (pick-up)",
      why: "Only orders that are picked up are allowed.",
      good: "The licence, and how buyers' age is checked.",
    },
    designatedDonationBody: {
      name: "Proof of being a designated donation body",
      why: "Only such bodies may collect donations.",
      good: "The ministry's notice, or the HomeTax page.",
    },
    voucherTaxOrConsignment: {
      name: "Stamp-tax papers or consignment contract",
      why: "We check the right to sell mobile vouchers.",
      good: "A receipt for each product, or the contract with the issuer.",
    },
    voucherIssuerRegister: {
      name: "Register extract of the voucher's issuer",
      why: "We check that the issuer exists.",
      good: "A recent extract.",
    },
    voucherSample: {
      name: "Sample of the voucher",
      why: "We check that validity and refunds are stated on it.",
      good: "Front and back.",
    },
    gymOperationCertificate: {
      name: "Business operation certificate (gym)",
      why: "Passes sold ahead need a registered facility.",
      good: "Its address is your business address.",
    },
    leaseContract: {
      name: "Lease contract",
      why: "We check the right to let the space.",
      good: "With period and area in sight.",
    },
    buildingRegister: {
      name: "Building register",
      why: "We check that the space exists.",
      good: "As issued by Government24.",
    },
    travelRegistration: {
      name: "Travel business registration",
      why: "Selling travel needs a registration.",
      good: "Its kind (domestic, abroad) fits what you sell.",
    },
    carRentalRegistration: {
      name: "Car rental registration",
      why: "Renting out cars needs a registration.",
      good: "A copy with number and office in sight.",
    },
    schoolRegistration: {
      name: "School registration or approval",
      why: "Education services have to be registered.",
      good: "From the education office or a ministry.",
    },
    professionalLicence: {
      name: "Professional licence",
      why: "Some PSPs take consulting only with a national licence.",
      good: "Of the representative or of whoever consults.",
    },
    electronicFinanceRegistration: {
      name: "Electronic financial business registration",
      why: "Settling to other sellers needs it.",
      good: "A copy of the supervisor's certificate.",
    },
    foodSalesPermission: {
      name: "Permission to sell fish or meat",
      why: "Japanese card companies check it.",
      good: "With authority and period in sight.",
    },
  } satisfies Record<DocumentKind, { name: string; why: string; good: string }>,
});

/** The three forms, and what has to stand on the merchant's own site. */
export const otherWords = defineWords({
  ko: {
    data: {
      business: { name: "사업자 정보", why: "계약서와 결제사 신청서가 이 정보로 만들어져요." },
      people: { name: "대표자·임원·실소유자", why: "누가 대표하고 누가 소유하는지 법에 따라 확인해요." },
      settlementAccount: { name: "정산 계좌", why: "판매 대금을 이 계좌로 보내 드려요." },
    },
    site: {
      adultVerification: "구매할 때 성인 인증을 하고 있어야 해요.",
      jpLiquorLicenceNumber: "일본어 사이트에 주류 판매 면허 번호가 있어야 해요.",
      jpTravelTerms: "일본어 사이트에 여행업 등록과 여행 약관이 있어야 해요.",
      jpMedicalDeviceLicence: "일본어 사이트에 의료기기 판매업 허가 번호와 관리자가 있어야 해요.",
      jpIngredientsAndNotices: "일본어 사이트에 성분, 제조사, 효과의 개인차와 이상 시 중단 안내가 있어야 해요.",
      jpAntiqueDealerNumber: "일본어 사이트에 고물상 허가 번호가 있어야 해요.",
      jpDeliveryDate: "일본어 사이트에 주문 제작·예약 상품의 배송일이 있어야 해요.",
      jpParticipantScreening: "일본어 사이트에 참가자 확인 절차가 있어야 해요.",
      mailOrderNumber: "사이트 하단에 통신판매업 신고번호가 있어야 해요.",
    },
  },
  en: {
    data: {
      business: { name: "Business data", why: "The contract and the PSP's application are made from it." },
      people: { name: "Representatives, officers, owners", why: "The law asks who represents and who owns a company." },
      settlementAccount: { name: "Settlement account", why: "What you sell is paid out to it." },
    },
    site: {
      adultVerification: "Buyers' age is checked when they buy.",
      jpLiquorLicenceNumber: "The Japanese site shows the liquor sales licence number.",
      jpTravelTerms: "The Japanese site shows the travel registration and the travel terms.",
      jpMedicalDeviceLicence: "The Japanese site shows the medical device sales licence and its manager.",
      jpIngredientsAndNotices: "The Japanese site shows ingredients, maker, that results vary, and when to stop.",
      jpAntiqueDealerNumber: "The Japanese site shows the antique dealer permit number.",
      jpDeliveryDate: "The Japanese site states delivery dates of made-to-order and pre-ordered goods.",
      jpParticipantScreening: "The Japanese site says how participants are screened.",
      mailOrderNumber: "The foot of the site shows the mail-order report number.",
    },
  },
});

/**
 * What an item of a case is called, for lists and letters.
 *
 * @param id a requirement's id, e.g. `doc:representativeId#<person>`, `data:people`
 * @param person name of the person it is about, where it is known
 */
export function itemName(id: string, lang: Lang, person?: string): string {
  const [kind = "", rest = ""] = id.split(":");
  const about = rest.split("#")[0] ?? "";
  const data: Readonly<Record<string, { name: string }>> = otherWords[lang].data;
  const documents: Readonly<Record<string, { name: string }>> = documentWords[lang];
  const sites: Readonly<Record<string, string>> = otherWords[lang].site;
  const name = kind === "data" ? data[about]?.name : kind === "doc" ? documents[about]?.name : sites[about];
  return person && rest.includes("#") ? `${name ?? id} · ${person}` : (name ?? id);
}
