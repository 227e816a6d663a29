import { idea } from "../lexicon/compile.ts";
import { type Category, on } from "./category.ts";

/** Services and rare goods that are looked at one by one, or refused by a foreign acquirer. */
export const services: Category[] = [
  {
    id: "offering",
    words: idea({
      ko: ["헌금", "십일조", "시주", "불전"],
      en: ["tithes?", "church offerings?"],
      ja: ["献金", "お布施", "お賽銭"],
    }),
    lists: on({ KR: "R", INICIS_JP: "P", PAYLETTER: "P" }),
  },
  {
    id: "purchaseAgency",
    words: idea({
      ko: ["구매 ?대행", "배송 ?대행", "해외 ?직구"],
      en: ["purchasing agent", "proxy (?:buying|purchase)", "buying service"],
      ja: ["購入代行", "輸入代行", "買い付け代行"],
      zh: ["代購", "代买"],
      vi: ["mua hộ"],
      th: ["รับหิ้ว", "พรีออเดอร์จากต่างประเทศ"],
      id: ["jasa titip", "jastip"],
    }),
    lists: on({ KR: "R", INICIS_JP: "P" }),
  },
  {
    id: "usedCars",
    words: idea({
      ko: ["중고차"],
      en: ["used cars?", "second[- ]hand cars?"],
      ja: ["中古車"],
      vi: ["xe ô tô cũ"],
      th: ["รถมือสอง"],
      id: ["mobil bekas"],
      zh: ["二手車", "中古車"],
    }),
    lists: on({ KR: "R", INICIS_JP: "C", PAYLETTER: "P" }),
  },
  {
    id: "adultJobs",
    words: idea({
      ko: ["유흥 ?(?:알바|구인|업소)", "밤알바", "노래방 ?도우미"],
      en: ["escorts?", "hostess jobs?"],
      ja: ["風俗求人", "キャバクラ求人", "ナイトワーク"],
    }),
    lists: on({ KR: "R", INICIS_JP: "P", PAYLETTER: "P" }),
  },
  {
    id: "procedures",
    words: idea({
      ko: ["보톡스 ?시술", "필러 ?시술", "피부과 ?시술", "성형 ?(?:수술|상담)", "반영구 ?(?:화장|눈썹)"],
      en: ["botox (?:treatment|injections?)", "filler injections?", "plastic surgery"],
      ja: ["ボトックス注射", "ヒアルロン酸注入", "美容整形"],
      zh: ["醫美療程", "玻尿酸注射"],
    }),
    lists: on({ KR: "R", INICIS_JP: "P" }),
  },
  {
    id: "telemedicine",
    words: idea({
      ko: ["원격 ?진료", "비대면 ?진료"],
      en: ["telemedicine", "online (?:doctor|prescription)"],
      ja: ["オンライン診療"],
    }),
    lists: on({ KR: "R", ALIPAY_PLUS: "P", WECHAT: "P" }),
  },
  {
    id: "art",
    words: idea({
      ko: ["미술품", "원화 ?작품", "판화 ?에디션"],
      en: ["original (?:painting|artwork)", "fine art originals?"],
      ja: ["美術品", "原画", "掛軸"],
    }),
    lists: on({ KR: "R" }),
  },
  {
    id: "gym",
    words: idea({
      ko: ["헬스장 ?(?:이용권|회원권)", "필라테스 ?(?:이용권|회원권|수강권)", "피티 ?\\d+회", "pt ?\\d+회"],
      en: ["gym memberships?", "pilates (?:class )?pass(?:es)?"],
      ja: ["ジム会員", "ピラティス回数券"],
    }),
    lists: on({ KR: "C" }),
  },
  {
    id: "carRental",
    words: idea({
      ko: ["렌트카", "렌터카", "장기 ?렌트"],
      en: ["car rentals?", "rent[- ]a[- ]car"],
      ja: ["レンタカー"],
      vi: ["thuê xe"],
      th: ["เช่ารถ"],
      id: ["sewa mobil", "rental mobil"],
      zh: ["租車"],
    }),
    lists: on({ KR: "C" }),
  },
  {
    id: "equipmentRental",
    words: idea({
      ko: ["(?:장비|가전|카메라|정수기) ?(?:렌탈|대여)"],
      en: ["equipment (?:rentals?|hire)", "camera rentals?"],
      ja: ["機材レンタル"],
    }),
    lists: on({ KR: "R" }),
  },
  {
    id: "office",
    words: idea({
      ko: ["공유 ?오피스", "사무실 ?임대", "비상주 ?사무실"],
      en: ["co-?working", "shared office", "virtual office"],
      ja: ["シェアオフィス", "レンタルオフィス"],
    }),
    lists: on({ KR: "C", WECHAT: "P" }),
  },
  {
    id: "insurance",
    words: idea({
      ko: ["보험 ?(?:상품|가입|대리)", "여행자 ?보험"],
      en: ["insurance (?:plans?|polic(?:y|ies)|agency)", "travel insurance"],
      ja: ["保険(?:商品|代理)", "旅行保険"],
    }),
    // What a parcel is insured for is no insurance on sale.
    unless: /배송 ?보험|parcel|shipping insurance|保険付き/iu,
    lists: on({ KR: "R", PAYLETTER: "P", ALIPAY_PLUS: "P" }),
  },
  {
    id: "infoGoods",
    words: idea({
      ko: ["부업 ?(?:강의|노하우|전자책)", "월 ?천만 ?원", "수익 ?자동화", "경마 ?예상", "상위 ?노출 ?(?:작업|대행)"],
      en: [
        "make money (?:online|fast)",
        "passive income",
        "easy money",
        "(?:website )?traffic boost",
        "buy (?:followers|likes)",
      ],
      ja: ["情報商材", "副業(?:ノウハウ|マニュアル)", "稼げる", "競馬予想", "パチンコ攻略"],
    }),
    lists: on({ INICIS_JP: "P" }),
  },
  {
    id: "tuition",
    words: idea({
      ko: ["수강료", "학원비", "응시료", "입시 ?컨설팅"],
      en: ["tuition fees?", "exam fees?"],
      ja: ["受講料", "授業料", "受験料", "月謝"],
    }),
    lists: on({ INICIS_JP: "P" }),
  },
  {
    id: "eventFees",
    words: idea({
      ko: ["참가비", "행사 ?참가", "콘서트 ?티켓", "공연 ?티켓"],
      en: ["event tickets?", "registration fees?", "concert tickets?"],
      ja: ["参加費", "イベントチケット", "コンサートチケット"],
    }),
    lists: on({ KR: "R" }),
  },
  {
    id: "spying",
    words: idea({
      ko: ["도청", "몰래 ?카메라", "위치 ?추적기", "초소형 ?카메라"],
      en: ["hidden cameras?", "spy cam(?:era)?s?", "wire-?taps?"],
      ja: ["盗聴", "隠しカメラ", "小型カメラ偽装"],
      zh: ["針孔攝影"],
    }),
    lists: on({ INICIS_JP: "P" }),
  },
  {
    id: "personalData",
    words: idea({
      ko: ["개인정보 ?(?:db|디비)", "회원 ?db"],
      en: ["leads? database", "email lists? for sale"],
      ja: ["名簿販売"],
    }),
    lists: on({ INICIS_JP: "P", WECHAT: "P" }),
  },
  {
    id: "madeToOrder",
    words: idea({
      ko: ["주문 ?제작", "예약 ?판매", "사전 ?예약"],
      en: ["made[- ]to[- ]order", "pre-?orders?", "bespoke"],
      ja: ["受注生産", "オーダーメイド", "予約(?:販売|商品)"],
    }),
    lists: on({ INICIS_JP: "C" }),
  },
  {
    id: "remittance",
    words: idea({
      ko: ["해외 ?송금", "환전"],
      en: ["money transfer", "currency exchange", "remittance"],
      ja: ["海外送金", "外貨両替"],
    }),
    lists: on({ INICIS_JP: "P", ALIPAY_PLUS: "P", WECHAT: "P" }),
  },
  {
    id: "marketingService",
    words: idea({
      ko: ["인플루언서 ?마케팅", "바이럴 ?마케팅", "체험단 ?모집", "광고 ?대행"],
      en: ["influencer marketing", "ad(?:vertising)? agency"],
      ja: ["インフルエンサー施策", "広告代行"],
    }),
    lists: on({ KR: "R" }),
  },
];
