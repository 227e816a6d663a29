/** A company that does not exist; its numbers pass the arithmetic and belong to nobody. Seeds and tests compare with these. */
export const demoCompany = {
  companyName: "주식회사 바람결",
  englishName: "Baramgyeol Co., Ltd.",
  representative: "한서윤",
  bizRegNo: "123-81-67899",
  address: "서울특별시 성동구 왕십리로 83, 4층",
  englishAddress: "4F, 83 Wangsimni-ro, Seongdong-gu, Seoul, Republic of Korea",
  phone: "02-6925-0183",
  mailOrderNo: "제2024-서울성동-01234호",
  email: "help@baramgyeol.example",
} as const;

export interface DemoProduct {
  id: string;
  ko: string;
  en: string;
  won: number;
  cents: number;
  koText: string;
  enText: string;
  hue: number;
}

export const demoProducts: DemoProduct[] = [
  {
    id: "bojagi-scarf",
    ko: "보자기 스카프",
    en: "Bojagi patchwork scarf",
    won: 48_000,
    cents: 3_600,
    koText: "조각보의 선을 옮긴 실크 혼방 스카프입니다. 90 × 90 cm.",
    enText: "A silk-blend scarf that carries the lines of Korean patchwork. 90 × 90 cm.",
    hue: 172,
  },
  {
    id: "celadon-cup",
    ko: "청자 물빛 잔",
    en: "Celadon water cup",
    won: 32_000,
    cents: 2_400,
    koText: "강진에서 빚은 청자 잔입니다. 220 ml, 식기세척기에 넣을 수 있습니다.",
    enText: "A celadon cup thrown in Gangjin. 220 ml, dishwasher safe.",
    hue: 158,
  },
  {
    id: "hanji-notebook",
    ko: "한지 공책 세트",
    en: "Hanji notebook set",
    won: 19_000,
    cents: 1_450,
    koText: "닥나무 한지로 엮은 공책 세 권입니다. 각 64쪽.",
    enText: "Three notebooks bound from mulberry paper. 64 pages each.",
    hue: 38,
  },
  {
    id: "pine-incense",
    ko: "솔숲 향",
    en: "Pine forest incense",
    won: 15_000,
    cents: 1_150,
    koText: "솔잎과 송진으로 만든 막대 향 40개입니다.",
    enText: "Forty incense sticks made of pine needles and resin.",
    hue: 120,
  },
  {
    id: "ramie-pouch",
    ko: "모시 파우치",
    en: "Ramie pouch",
    won: 27_000,
    cents: 2_050,
    koText: "한산 모시로 지은 작은 파우치입니다. 18 × 12 cm.",
    enText: "A small pouch sewn from Hansan ramie. 18 × 12 cm.",
    hue: 205,
  },
];
