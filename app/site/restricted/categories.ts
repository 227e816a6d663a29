import { idea } from "../lexicon/compile.ts";
import { type Category, on } from "./category.ts";
import { services } from "./services.ts";

const goods: Category[] = [
  {
    id: "alcohol",
    words: idea({
      ko: [
        "소주",
        "막걸리",
        "와인(?!색|잔|글라스|컬러|톤|오프너|랙|셀러)",
        "위스키",
        "맥주(?!잔|효모)",
        "전통주",
        "사케",
      ],
      en: ["wine", "whisk(?:e)?y", "soju", "beer", "vodka", "liquor", "sake"],
      ja: ["日本酒", "焼酎", "ワイン(?!グラス|レッド)", "ウイスキー", "ビール(?!グラス)"],
      vi: ["rượu vang", "bia(?= lon| chai|$)"],
      th: ["ไวน์", "เบียร์", "สุรา", "วิสกี้"],
      id: ["minuman beralkohol", "bir(?= |$)", "anggur merah"],
      zh: ["紅酒", "威士忌", "啤酒(?!杯)", "清酒", "烈酒"],
    }),
    unless: /잔|글라스|glass|opener|오프너|グラス|color|컬러|염색|lip|립|무알콜|non-?alcoholic|vinegar|식초/iu,
    lists: on({ KR: "C", INICIS_JP: "C", PAYLETTER: "P" }),
  },
  {
    id: "tobacco",
    words: idea({
      ko: ["전자 ?담배", "담배", "액상 ?(?:전담|니코틴)", "궐련", "시가(?=\\s|$)"],
      en: [
        "e-?cigarettes?",
        "vapes?",
        "vaping",
        "cigarettes?",
        "tobacco",
        "cigars?",
        "nicotine (?:liquid|salt)",
        "e-?liquid",
      ],
      ja: ["電子タバコ", "たばこ", "タバコ", "葉巻", "ベイプ"],
      vi: ["thuốc lá"],
      th: ["บุหรี่"],
      id: ["rokok(?: elektrik)?"],
      zh: ["電子菸", "香菸", "菸草", "电子烟", "雪茄"],
    }),
    unless: /금연|no smoking|smoke-?free|향수|perfume|color|색상/iu,
    lists: on({ KR: "P", INICIS_JP: "P", PAYLETTER: "P", ALIPAY_PLUS: "P" }),
  },
  {
    id: "adult",
    words: idea({
      ko: ["성인 ?용품", "성인 ?(?:영상|동영상|만화|웹툰|방송)", "야동", "음란", "19금"],
      en: ["porn~", "adult (?:video|content|toys?|movies?)", "sex toys?", "xxx", "nsfw", "escort service"],
      ja: ["アダルト", "ポルノ", "成人向け", "風俗"],
      vi: ["đồ chơi người lớn"],
      th: ["เซ็กซ์ทอย", "ของเล่นผู้ใหญ่"],
      id: ["alat bantu seks"],
      zh: ["成人影片", "情趣用品", "色情"],
    }),
    lists: on({ KR: "P", INICIS_JP: "P", PAYLETTER: "P", ALIPAY_PLUS: "P", WECHAT: "P" }),
  },
  {
    id: "gambling",
    words: idea({
      ko: ["카지노", "도박", "토토", "바카라", "슬롯 ?머신", "경마", "경륜", "복권", "로또"],
      en: ["casino", "gambling", "betting", "lottery", "slot machines?", "sports ?book", "poker chips?"],
      ja: ["カジノ", "ギャンブル", "競馬", "パチンコ", "宝くじ"],
      vi: ["xổ số", "cá cược", "casino"],
      th: ["พนัน", "หวย", "คาสิโน"],
      id: ["judi", "togel", "slot gacor"],
      zh: ["博弈", "彩券", "賭場", "運彩"],
    }),
    lists: on({ KR: "P", INICIS_JP: "P", PAYLETTER: "P", WECHAT: "P" }),
  },
  {
    id: "crypto",
    words: idea({
      ko: ["암호 ?화폐", "가상 ?(?:자산|화폐)", "비트코인", "코인 ?(?:거래|리딩|채굴)", "채굴기"],
      en: ["crypto ?currenc(?:y|ies)", "bitcoin", "ethereum", "token sale", "mining rig", "crypto (?:signals|trading)"],
      ja: ["仮想通貨", "暗号資産", "ビットコイン"],
      vi: ["tiền (?:ảo|mã hóa)"],
      th: ["คริปโต", "บิทคอยน์"],
      id: ["aset kripto", "mata uang kripto"],
      zh: ["虛擬貨幣", "加密貨幣", "比特幣"],
    }),
    lists: on({ KR: "P", PAYLETTER: "P", ALIPAY_PLUS: "P", WECHAT: "P" }),
  },
  {
    id: "nft",
    words: idea({ ko: ["nft", "엔에프티"], en: ["nfts?"], ja: ["nft"] }),
    lists: on({ KR: "R", PAYLETTER: "P", WECHAT: "P" }),
  },
  {
    id: "weapons",
    words: idea({
      ko: ["총기", "모의 ?총", "도검", "전기 ?충격기", "가스총", "석궁", "최루", "수갑"],
      en: [
        "firearms?",
        "handguns?",
        "airsoft guns?",
        "stun guns?",
        "crossbows?",
        "swords?",
        "pepper spray",
        "handcuffs",
        "ammunition",
      ],
      ja: ["銃", "刀剣", "スタンガン", "催涙", "模造刀", "手錠"],
      vi: ["súng hơi", "kiếm nhật"],
      th: ["ปืน(?!กาว|ฉีด|ยิงกาว)"],
      id: ["senjata (?:api|tajam)"],
      zh: ["槍械", "電擊棒", "武士刀"],
    }),
    unless: /장난감|toy|게임|game|figure|피규어|おもちゃ/iu,
    lists: on({ INICIS_JP: "P", PAYLETTER: "P", WECHAT: "P" }),
  },
  {
    id: "investment",
    words: idea({
      ko: ["주식 ?리딩", "투자 ?(?:자문|강의|정보|클럽)", "급등주", "종목 ?추천", "리딩방"],
      en: ["stock picks?", "trading signals?", "investment advi[cs]e", "forex (?:signals|course|robot)", "get rich"],
      ja: ["投資情報", "株式情報", "fx自動売買", "情報商材"],
    }),
    lists: on({ KR: "P", INICIS_JP: "P", PAYLETTER: "P", ALIPAY_PLUS: "P", WECHAT: "P" }),
  },
  {
    id: "loan",
    words: idea({
      ko: ["대출", "사채", "현금화", "카드깡"],
      en: ["payday loans?", "loans?", "cash advance"],
      ja: ["消費者金融", "ローン(?!チ)", "現金化"],
      vi: ["vay tiền"],
      th: ["เงินกู้"],
      id: ["pinjaman online"],
      zh: ["貸款", "小額信貸"],
    }),
    unless: /대출 ?(?:도서|책)|library/iu,
    lists: on({ KR: "P", INICIS_JP: "P", PAYLETTER: "P", WECHAT: "P" }),
  },
  {
    id: "giftCard",
    words: idea({
      ko: ["상품권", "기프티콘", "모바일 ?쿠폰", "기프트 ?카드"],
      en: ["gift (?:cards?|certificates?|vouchers?)", "prepaid cards?"],
      ja: ["商品券", "ギフト(?:券|カード)", "プリペイドカード", "金券"],
      vi: ["thẻ quà tặng", "phiếu quà tặng"],
      th: ["บัตรของขวัญ"],
      id: ["kartu hadiah", "voucher belanja"],
      zh: ["禮券", "禮物卡", "點數卡"],
    }),
    lists: on({ KR: "C", INICIS_JP: "P", PAYLETTER: "P", ALIPAY_PLUS: "P", WECHAT: "P" }),
  },
  {
    id: "points",
    words: idea({
      ko: ["포인트 ?충전", "캐시 ?충전", "코인 ?충전", "크레딧 ?충전"],
      en: ["top[- ]?up credits?", "buy (?:credits|coins|points)", "coin packs?"],
      ja: ["ポイント(?:購入|チャージ)", "コイン購入"],
    }),
    lists: on({ KR: "R", ALIPAY_PLUS: "P" }),
  },
  {
    id: "gameItems",
    words: idea({
      ko: ["게임 ?(?:아이템|머니|계정)", "아이템 ?거래"],
      en: ["game (?:gold|currency|accounts?|items?)", "boosting service"],
      ja: ["rmt", "ゲーム(?:通貨|アカウント)"],
    }),
    lists: on({ KR: "R", INICIS_JP: "P" }),
  },
  {
    id: "liveAnimals",
    words: idea({
      ko: ["강아지 ?분양", "고양이 ?분양", "반려동물 ?분양", "파충류 ?분양", "생물 ?(?:물고기|새우)", "생체"],
      en: ["live (?:animals?|fish|reptiles?|insects?)", "puppies for sale", "kittens? for sale"],
      ja: ["生体", "子犬販売", "子猫販売"],
    }),
    lists: on({ KR: "R", INICIS_JP: "P", PAYLETTER: "P" }),
  },
  {
    id: "medicine",
    words: idea({
      ko: ["의약품", "처방", "비아그라", "다이어트 ?약", "탈모약", "보톡스", "필러"],
      en: ["prescription", "viagra", "cialis", "steroids?", "botox", "fillers?", "antibiotics?"],
      ja: ["医薬品", "処方", "ボトックス", "育毛薬"],
      vi: ["thuốc kê đơn"],
      th: ["ยาตามใบสั่งแพทย์"],
      id: ["obat (?:keras|resep)"],
      zh: ["處方藥", "威而鋼"],
    }),
    unless: /처방전 ?없|공병|primer|프라이머/iu,
    lists: on({ KR: "R", INICIS_JP: "P", ALIPAY_PLUS: "P", WECHAT: "P" }),
  },
  {
    id: "lenses",
    words: idea({
      ko: ["콘택트 ?렌즈", "컬러 ?렌즈", "서클 ?렌즈", "도수 ?안경", "선글라스"],
      en: ["contact lens(?:es)?", "colou?red lens(?:es)?", "prescription glasses", "sunglasses"],
      ja: ["コンタクトレンズ", "カラコン", "度付きメガネ", "サングラス"],
    }),
    lists: on({ INICIS_JP: "C", PAYLETTER: "P" }),
  },
  {
    id: "healthFood",
    words: idea({
      ko: ["건강 ?기능 ?식품", "영양제", "다이어트 ?식품"],
      en: ["dietary supplements?", "diet pills?", "health supplements?"],
      ja: ["健康食品", "サプリメント"],
    }),
    lists: on({ INICIS_JP: "C" }),
  },
  {
    id: "cosmetics",
    words: idea({
      ko: ["화장품", "스킨 ?케어", "세럼", "앰플"],
      en: ["cosmetics", "skin ?care", "serum", "ampoule"],
      ja: ["化粧品", "スキンケア", "美容液"],
    }),
    lists: on({ INICIS_JP: "C" }),
  },
  {
    id: "usedGoods",
    words: idea({
      ko: ["중고(?:품|명품|차|폰|거래)?", "빈티지 ?명품"],
      en: ["second[- ]hand", "pre-?owned", "used (?:cars?|goods|phones?)"],
      ja: ["中古", "古物", "リユース"],
    }),
    lists: on({ KR: "R", INICIS_JP: "C", PAYLETTER: "P", ALIPAY_PLUS: "P" }),
  },
  {
    id: "replica",
    words: idea({
      ko: ["레플리카", "미러급", "이미테이션", "짝퉁", "sa급"],
      en: ["replicas?", "imitation (?:bags?|watch(?:es)?|brand)", "1:1 (?:copy|quality)", "mirror quality"],
      ja: ["レプリカ", "スーパーコピー", "偽ブランド"],
      vi: ["hàng (?:fake|nhái|super ?fake)"],
      th: ["ของก๊อป", "เกรดมิลเลอร์"],
      id: ["barang kw"],
      zh: ["高仿", "仿冒"],
    }),
    lists: on({ INICIS_JP: "P", PAYLETTER: "P" }),
  },
  {
    id: "gold",
    words: idea({
      ko: ["순금", "골드바", "금괴", "다이아몬드 ?(?:나석|원석)"],
      en: ["gold bars?", "bullion", "loose diamonds?"],
      ja: ["純金", "金地金", "インゴット"],
    }),
    lists: on({ KR: "R", PAYLETTER: "C" }),
  },
  {
    id: "fortune",
    words: idea({
      ko: ["사주(?= ?풀이|를| ?상담|$)", "운세", "타로", "부적", "점집"],
      en: ["fortune telling", "tarot readings?", "amulets?", "psychic"],
      ja: ["占い", "パワーストーン", "お守り", "開運"],
    }),
    lists: on({ KR: "R", INICIS_JP: "P", PAYLETTER: "P" }),
  },
  {
    id: "dating",
    words: idea({
      ko: ["소개팅", "데이팅", "결혼 ?중개", "랜덤 ?채팅", "만남 ?어플"],
      en: ["dating (?:app|service|site)", "matchmaking", "mail[- ]order brides?"],
      ja: ["出会い系", "婚活", "マッチングアプリ", "結婚相談"],
    }),
    lists: on({ KR: "R", INICIS_JP: "P" }),
  },
  {
    id: "donation",
    words: idea({
      ko: ["후원금", "기부금", "헌금", "시주"],
      en: ["donations?", "donate", "tithes?", "offerings?"],
      ja: ["寄付", "募金", "献金", "お布施"],
    }),
    lists: on({ KR: "C", INICIS_JP: "P", PAYLETTER: "P" }),
  },
  {
    id: "travel",
    words: idea({
      ko: ["여행 ?상품", "패키지 ?여행", "항공권", "투어 ?예약"],
      en: ["travel packages?", "tour packages?", "flight tickets?", "air ?tickets?"],
      ja: ["旅行(?:商品|ツアー)", "航空券", "ツアー予約"],
    }),
    lists: on({ KR: "C", INICIS_JP: "C" }),
  },
  {
    id: "auction",
    words: idea({ ko: ["경매", "입찰"], en: ["auctions?", "place (?:a )?bid"], ja: ["オークション", "入札"] }),
    lists: on({ KR: "P", PAYLETTER: "P", WECHAT: "P" }),
  },
  {
    id: "crowdfunding",
    words: idea({
      ko: ["크라우드 ?펀딩", "펀딩 ?참여"],
      en: ["crowd ?funding", "back this project"],
      ja: ["クラウドファンディング"],
    }),
    lists: on({ KR: "P", WECHAT: "P" }),
  },
  {
    id: "multiLevel",
    words: idea({
      ko: ["다단계", "네트워크 ?마케팅"],
      en: ["multi-?level marketing", "mlm", "network marketing"],
      ja: ["マルチ商法", "ネットワークビジネス"],
    }),
    lists: on({ INICIS_JP: "P", PAYLETTER: "P" }),
  },
  {
    id: "randomBox",
    words: idea({
      ko: ["랜덤 ?박스", "럭키 ?박스", "뽑기"],
      en: ["mystery box(?:es)?", "loot box(?:es)?"],
      ja: ["福袋(?!以外)", "ガチャ", "オリパ"],
    }),
    lists: on({ KR: "R" }),
  },
  {
    id: "sim",
    words: idea({
      ko: ["유심", "이심", "선불폰", "핸드폰 ?개통"],
      en: ["e-?sims?", "sim cards?", "phone cards?"],
      ja: ["esim", "simカード", "プリペイドsim"],
    }),
    lists: on({ KR: "R", PAYLETTER: "P" }),
  },
  {
    id: "meatFish",
    words: idea({
      ko: ["한우", "생선회", "활어", "정육"],
      en: ["fresh (?:meat|fish|seafood)", "raw meat", "sashimi"],
      ja: ["鮮魚", "精肉", "刺身"],
    }),
    lists: on({ INICIS_JP: "C" }),
  },
  {
    id: "ottSharing",
    words: idea({
      ko: ["계정 ?공유", "넷플릭스 ?(?:공유|계정)", "ott ?공유"],
      en: ["account sharing", "shared (?:netflix|accounts?)"],
      ja: ["アカウント共有"],
    }),
    lists: on({ KR: "P" }),
  },
  {
    id: "visa",
    words: idea({
      ko: ["비자 ?(?:발급|대행)", "전자 ?여권"],
      en: ["visa (?:application|agency|service)", "e-?passport"],
      ja: ["ビザ代行", "電子パスポート"],
    }),
    lists: on({ KR: "R", PAYLETTER: "P", WECHAT: "C" }),
  },
  {
    id: "endangered",
    words: idea({
      ko: ["상아", "악어 ?가죽", "호피"],
      en: ["ivory", "crocodile leather", "python leather", "ostrich leather"],
      ja: ["象牙", "クロコダイル", "パイソン", "オーストリッチ"],
    }),
    unless: /색|color|아이보리|カラー|white/iu,
    lists: on({ INICIS_JP: "P" }),
  },
  {
    id: "consulting",
    words: idea({ ko: ["컨설팅", "코칭"], en: ["consulting", "coaching"], ja: ["コンサルティング", "コーチング"] }),
    lists: on({ KR: "C", WECHAT: "P" }),
  },
  {
    id: "testKit",
    words: idea({
      ko: ["자가 ?진단 ?키트", "성병 ?검사"],
      en: ["(?:std|cancer|hiv) (?:self[- ])?test kits?"],
      ja: ["性病検査キット", "がん検査キット"],
    }),
    lists: on({ INICIS_JP: "P" }),
  },
];

/** Valid from August 2026. Hints for a person: a word is not a product, and being absent from here is no guarantee. */
export const categories: Category[] = [...goods, ...services];
