import { defineWords } from "#app/i18n/words.ts";
import { objectParticle } from "./particle.ts";

/** What advice says: one sentence for every signal, reason and "what if" of workflows/proposal. `ways` and `trades` are lists of names. */
export const adviceWords = defineWords({
  ko: {
    tracks: { crossBorder: "크로스보더", generalOverseas: "일반 해외결제" },
    trackAbout: {
      crossBorder: "현지 법인 없이 나라별 결제수단을 한 계약과 한 번의 심사로 여는 길이에요.",
      generalOverseas: "해외에서 발급된 카드와 지갑을 한국 PG 신청 절차로 받는 길이에요.",
    },
    signals: {
      localMethods: (ways: string) => `${ways}: 나라별 현지 결제수단이라서 크로스보더로 열어요.`,
      onlyGeneralOverseas: (ways: string) => `${ways}: 일반 해외결제 결제사에서만 열 수 있어요.`,
      cardsOfKoreanBusiness: (ways: string) => `${ways}: 한국 사업자가 카드만 받는다면 일반 해외결제가 간단해요.`,
      cardsOfForeignBusiness: (ways: string) =>
        `${ways}: 한국 PG와 Eximbay, Payletter는 한국 사업자하고만 계약해서 크로스보더로 열어요.`,
      cardsBesideLocal: (ways: string) => `${ways}: 그 나라의 다른 결제수단과 함께 크로스보더로 열어요.`,
      paypal: (ways: string) => `${ways}: PG 계약 없이 일반 해외결제로 바로 쓸 수 있어요.`,
      paypalLocal: (ways: string) => `${ways}: 이 가맹점은 크로스보더 채널을 통해 열어요.`,
      joinsOtherWishes: (ways: string) => `${ways}: 두 길 모두 되지만, 어차피 여는 일반 해외결제에 함께 담아요.`,
      japan: (ways: string) => `${ways}: 일본은 사전 심사와 사이트 표시 기준이 따로 있어요.`,
      chinaAlternative: (ways: string) => `${ways}: 한국 쇼핑몰이라면 KICC 이지페이로도 받을 수 있어요.`,
      bothKinds: (_: string) => "두 길이 모두 필요해서 케이스를 둘로 나눠 나란히 진행해요.",
      oneCaseCould: (ways: string) => `${ways}: 크로스보더 채널로도 받을 수 있어요. 케이스를 하나로 줄일 수 있어요.`,
      recurring: (_: string) =>
        "정기결제는 어디서나 따로 심사해요. Payletter, PayPal, Eximbay, Paymentwall에서 할 수 있어요.",
      shopify: (_: string) => "Shopify는 공식 구축사 4곳을 통해서만 열 수 있고 정기결제는 안 돼요.",
      koreanDomestic: (ways: string) => `${ways}: 한국 안의 결제수단이에요. 한국 PG 신청 절차를 함께 밟아요.`,
      salesBelowFloor: (ways: string) => `${ways}: 월 매출이 USD 10,000보다 적으면 Paymentwall은 안 돼요.`,
      applicantUnknown: (_: string) => "어디에 등록된 사업자인지 알면 더 정확해져요.",
      nothingWanted: (_: string) => "아직 고른 결제수단이 없어요.",
      notCovered: (ways: string) => `${ways}: 지금은 열 수 있는 채널이 없어요.`,
    },
    reasons: {
      notLive: (_: Holes) => "아직 운영되지 않는 채널이에요.",
      liveUnknown: (_: Holes) => "운영 중인지 확인이 필요해요.",
      koreanBusinessOnly: (_: Holes) => "한국에 등록된 사업자만 계약할 수 있어요.",
      applicantUnknown: (_: Holes) => "한국 사업자인지 확인해야 해요.",
      corporationsOnly: (_: Holes) => "법인만 쓸 수 있어요.",
      salesTooLow: ({ usd }: Holes) => `월 매출이 USD ${usd} 이상이어야 해요.`,
      salesToProve: ({ usd }: Holes) => `월 매출 USD ${usd} 이상을 증빙해야 해요.`,
      salesUnknown: ({ usd }: Holes) => `월 매출이 USD ${usd} 이상인지 확인해야 해요.`,
      oneTimeOnly: (_: Holes) => "일반결제만 되고 정기결제는 안 돼요.",
      recurringUnknown: (_: Holes) => "정기결제가 되는지 결제사에 물어봐야 해요.",
      recurringEnded: (_: Holes) => "정기결제가 끝난 결제수단이에요.",
      shopifyOneTimeOnly: (_: Holes) => "Shopify에서는 정기결제를 할 수 없어요.",
      preScreen: (_: Holes) => "계약 전에 결제사의 사전 심사를 받아요.",
      smallTicketReview: (_: Holes) => "객단가가 USD 30보다 낮아서 수수료를 따로 심사해요.",
      ticketAboveLimit: ({ usd }: Holes) => `한 번에 USD ${usd}까지만 결제할 수 있어요.`,
      foreignBuyersOnly: (_: Holes) => "판매자와 구매자가 모두 한국이면 결제되지 않아요.",
      tradeProhibited: ({ trades }: Holes) => `${trades}: 이 결제사가 받지 않는 업종이에요.`,
      tradeReview: ({ trades }: Holes) => `${trades}: 담당자가 개별로 심사해요.`,
      tradeConditional: ({ trades }: Holes) => `${trades}: 조건을 갖추면 받을 수 있어요.`,
      tradeGuarantee: ({ trades }: Holes) => `${trades}: 보증보험이 올라가요.`,
      tradeMoreData: ({ trades }: Holes) => `${trades}: 결제마다 거래 정보를 더 보내야 해요.`,
      tradeNoList: ({ trades }: Holes) => `${trades}: 이 결제사는 제한 업종을 공개하지 않아요. 먼저 물어볼게요.`,
    },
    verdicts: { yes: "가능", conditional: "조건부 가능", ask: "확인 필요", no: "불가" },
    whatIf: {
      dropWish: (ways: string, channel: string, after: number) =>
        `${ways}${objectParticle(ways)} 빼면 ${channel} 없이 결제사 ${after}곳으로 충분해요.`,
      onePsp: (channel: string, covered: number, of: number) =>
        `${channel} 한 곳만 계약하면 ${of}개 가운데 ${covered}개를 받을 수 있어요.`,
      withoutLoses: (channel: string, ways: string) => `${channel} 없이는 ${ways}: 받을 수 없어요.`,
      withoutInstead: (channel: string, instead: string) =>
        `${channel} 대신 ${instead} 조합으로도 모두 받을 수 있어요.`,
      noSandbox: (method: string) => `${method}: 테스트 환경이 없어요.`,
      sandboxUnknown: (method: string) => `${method}: 테스트가 되는지 안내가 없어요.`,
      noRefund: (method: string) => `${method}: 저희 쪽에서 환불을 시작할 수 없어요.`,
      refundUnknown: (method: string) => `${method}: 환불이 되는지 안내가 없어요.`,
    },
    uncovered: {
      notSold: "이 나라에서 파는 채널이 없어요.",
      notEligible: "파는 채널은 있지만 조건이 맞지 않아요.",
    },
    anywhere: "전 세계",
    source: "근거",
    sourceOf: (what: string) => `근거: ${what}`,
    byPsp: "결제사 견적",
    individual: "개별 심사",
    opening: (from: number, to: number) => (from === to ? `약 ${from}영업일` : `약 ${from}~${to}영업일`),
    openingAssumed: "결제사가 기간을 밝히지 않아 저희 경험으로 어림했어요.",
  },
  en: {
    tracks: { crossBorder: "Cross-border", generalOverseas: "General overseas" },
    trackAbout: {
      crossBorder: "Local ways to pay, country by country, under one contract and one review, without a local company.",
      generalOverseas: "Cards and wallets issued abroad, taken through the Korean PG application.",
    },
    signals: {
      localMethods: (ways: string) => `${ways}: local ways to pay, so this goes cross-border.`,
      onlyGeneralOverseas: (ways: string) => `${ways}: sold only by the general overseas PSPs.`,
      cardsOfKoreanBusiness: (ways: string) =>
        `${ways}: a Korean business that only takes cards is served more simply as general overseas.`,
      cardsOfForeignBusiness: (ways: string) =>
        `${ways}: Korean PGs, Eximbay and Payletter contract with Korean businesses only, so this goes cross-border.`,
      cardsBesideLocal: (ways: string) =>
        `${ways}: opened cross-border, together with the country's other ways to pay.`,
      paypal: (ways: string) => `${ways}: usable at once as general overseas, without a PG contract.`,
      paypalLocal: (ways: string) => `${ways}: opened through a cross-border channel for this merchant.`,
      joinsOtherWishes: (ways: string) =>
        `${ways}: both tracks sell it; it joins the general overseas case that is needed anyway.`,
      japan: (ways: string) => `${ways}: Japan has a pre-screen and rules of its own for the site.`,
      chinaAlternative: (ways: string) => `${ways}: a Korean shop can also take it through KICC EasyPay.`,
      bothKinds: (_: string) => "Both tracks are needed, so there are two cases side by side.",
      oneCaseCould: (ways: string) => `${ways}: cross-border channels could carry it too, which would save one case.`,
      recurring: (_: string) =>
        "Recurring payments are screened separately everywhere. Payletter, PayPal, Eximbay and Paymentwall offer them.",
      shopify: (_: string) => "Shopify opens through four official building agencies only, for one-time payments only.",
      koreanDomestic: (ways: string) => `${ways}: a Korean domestic method; the Korean PG application goes along.`,
      salesBelowFloor: (ways: string) => `${ways}: Paymentwall needs monthly sales of USD 10,000.`,
      applicantUnknown: (_: string) => "Knowing where the business is registered makes this more exact.",
      nothingWanted: (_: string) => "No way to pay has been chosen yet.",
      notCovered: (ways: string) => `${ways}: no channel can open it at the moment.`,
    },
    reasons: {
      notLive: (_: Holes) => "The channel is not live yet.",
      liveUnknown: (_: Holes) => "Whether it is live has to be asked.",
      koreanBusinessOnly: (_: Holes) => "Contracts with businesses registered in Korea only.",
      applicantUnknown: (_: Holes) => "Only for Korean businesses: we need to know.",
      corporationsOnly: (_: Holes) => "For corporations only.",
      salesTooLow: ({ usd }: Holes) => `Needs monthly sales of USD ${usd}.`,
      salesToProve: ({ usd }: Holes) => `Monthly sales of USD ${usd} have to be proven.`,
      salesUnknown: ({ usd }: Holes) => `Needs monthly sales of USD ${usd}: we have to know.`,
      oneTimeOnly: (_: Holes) => "One-time payments only.",
      recurringUnknown: (_: Holes) => "Whether it takes recurring payments has to be asked.",
      recurringEnded: (_: Holes) => "No longer takes recurring payments.",
      shopifyOneTimeOnly: (_: Holes) => "No recurring payments on Shopify.",
      preScreen: (_: Holes) => "The PSP screens the merchant before the contract.",
      smallTicketReview: (_: Holes) => "The average ticket is below USD 30, so the fee is reviewed.",
      ticketAboveLimit: ({ usd }: Holes) => `Takes at most USD ${usd} a payment.`,
      foreignBuyersOnly: (_: Holes) => "A payment fails when seller and buyer are both Korean.",
      tradeProhibited: ({ trades }: Holes) => `${trades}: this PSP refuses it.`,
      tradeReview: ({ trades }: Holes) => `${trades}: looked at one by one.`,
      tradeConditional: ({ trades }: Holes) => `${trades}: accepted under conditions.`,
      tradeGuarantee: ({ trades }: Holes) => `${trades}: the guarantee insurance is raised.`,
      tradeMoreData: ({ trades }: Holes) => `${trades}: each payment must carry more data.`,
      tradeNoList: ({ trades }: Holes) => `${trades}: this PSP publishes no list; we ask first.`,
    },
    verdicts: { yes: "Yes", conditional: "Conditional", ask: "To be asked", no: "No" },
    whatIf: {
      dropWish: (ways: string, channel: string, after: number) =>
        `Without ${ways}, ${channel} is not needed and ${after === 1 ? "one PSP suffices" : `${after} PSPs suffice`}.`,
      onePsp: (channel: string, covered: number, of: number) => `${channel} alone carries ${covered} of ${of}.`,
      withoutLoses: (channel: string, ways: string) => `Nobody but ${channel} carries ${ways}.`,
      withoutInstead: (channel: string, instead: string) => `Instead of ${channel}, ${instead} would do as well.`,
      noSandbox: (method: string) => `${method}: no sandbox.`,
      sandboxUnknown: (method: string) => `${method}: whether it can be tested is not stated.`,
      noRefund: (method: string) => `${method}: refunds cannot be started from our side.`,
      refundUnknown: (method: string) => `${method}: whether it can be refunded is not stated.`,
    },
    uncovered: {
      notSold: "No channel sells it in this country.",
      notEligible: "Channels sell it, but their conditions do not fit.",
    },
    anywhere: "Worldwide",
    source: "source",
    sourceOf: (what: string) => `Source: ${what}`,
    byPsp: "Rate by PSP",
    individual: "Reviewed one by one",
    opening: (from: number, to: number) =>
      from === to ? `about ${from} business days` : `about ${from} to ${to} business days`,
    openingAssumed: "The PSP names no time; this is our estimate.",
  },
});

/** What a reason's sentence is filled with, in the language of the page. */
export interface Holes {
  usd: string;
  trades: string;
}
