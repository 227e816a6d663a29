import type { PackLang } from "./pack.ts";
import type { Random } from "./random.ts";

export interface Company {
  companyName: string | null;
  representative: string | null;
  bizRegNo: string | null;
  address: string | null;
  phone: string | null;
  phoneIsMobile: boolean | null;
  mailOrderNo: string | null;
}

const ko = {
  names: ["주식회사 봄날상점", "(주)한결", "다온리빙", "㈜새벽바다", "유한회사 나린"],
  people: ["김서준", "이하은", "박도윤", "최지우", "정민재"],
  numbers: ["123-45-67891", "220-81-12342", "604-02-11230"],
  addresses: [
    "서울특별시 마포구 양화로 45, 12층",
    "경기도 성남시 분당구 판교역로 235",
    "부산광역시 해운대구 센텀중앙로 97 (우동)",
  ],
  phones: ["02-3456-7788", "1588-1234", "070-4321-8765", "031-777-1234"],
  mobiles: ["010-3456-7788", "010 2222 3344"],
  permits: ["제2023-서울마포-0456호", "2022-성남분당A-1234", "제2024-부산해운대-01077호"],
};
// Only numbers whose last digit is right by the tax office's rule.
const check = (nine: string) => {
  const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
  const sum =
    weights.reduce((total, weight, index) => total + weight * Number(nine[index]), 0) +
    Math.floor((Number(nine[8]) * 5) / 10);
  return (10 - (sum % 10)) % 10;
};
const valid = (number: string) => {
  const digits = number.replace(/\D/g, "").slice(0, 9);
  return `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}${check(digits)}`;
};

export function companyFor(lang: PackLang, random: Random): Company {
  if (lang !== "ko") return others[lang as Exclude<PackLang, "ko">];
  const isMobile = random.chance(0.2);
  return {
    companyName: random.pick(ko.names),
    representative: random.pick(ko.people),
    bizRegNo: valid(random.pick(ko.numbers)),
    address: random.pick(ko.addresses),
    phone: random.pick(isMobile ? ko.mobiles : ko.phones),
    phoneIsMobile: isMobile,
    mailOrderNo: random.pick(ko.permits),
  };
}

const others: Record<Exclude<PackLang, "ko">, Company> = {
  en: {
    companyName: "Harbour & Pine Ltd",
    representative: null,
    bizRegNo: null,
    address: "14 Quay Street, Bristol BS1 4DJ, United Kingdom",
    phone: "+44 117 496 0123",
    phoneIsMobile: false,
    mailOrderNo: null,
  },
  ja: {
    companyName: "株式会社あおぞら",
    representative: "田中 一郎",
    bizRegNo: null,
    address: "東京都渋谷区神南1-2-3 青空ビル4F",
    phone: "03-1234-5678",
    phoneIsMobile: false,
    mailOrderNo: null,
  },
  vi: {
    companyName: "CÔNG TY TNHH Mây Xanh",
    representative: "Nguyễn Văn An",
    bizRegNo: "0312345673",
    address: "12 Nguyễn Huệ, Quận 1, TP. Hồ Chí Minh",
    phone: "028 3822 1234",
    phoneIsMobile: false,
    mailOrderNo: null,
  },
  th: {
    companyName: "บริษัท ฟ้าใส จำกัด",
    representative: null,
    bizRegNo: "0105556000017",
    address: "99 ถนนสุขุมวิท แขวงคลองเตย กรุงเทพมหานคร 10110",
    phone: "02-123-4567",
    phoneIsMobile: false,
    mailOrderNo: null,
  },
  id: {
    companyName: "PT Langit Biru Nusantara",
    representative: null,
    bizRegNo: null,
    address: "Jl. Sudirman No. 21, Jakarta Pusat 10220",
    phone: "021-5551234",
    phoneIsMobile: false,
    mailOrderNo: null,
  },
  zh: {
    companyName: "晴空股份有限公司",
    representative: "王小明",
    bizRegNo: "10000009",
    address: "台北市大安區忠孝東路四段1號",
    phone: "02-2345-6789",
    phoneIsMobile: false,
    mailOrderNo: null,
  },
};

/** How a shop writes it at its foot. */
export function footerOf(lang: PackLang, c: Company, random: Random): string {
  if (lang === "ko") return random.pick(koFooters)(c);
  const lines: Record<Exclude<PackLang, "ko">, string> = {
    en: `<p>© 2024 ${c.companyName}</p><p>Registered office: ${c.address}</p><p>Phone: ${c.phone}</p>`,
    ja: `<dl><dt>会社名</dt><dd>${c.companyName}</dd><dt>代表者</dt><dd>${c.representative}</dd><dt>所在地</dt><dd>${c.address}</dd><dt>電話番号</dt><dd>${c.phone}</dd></dl>`,
    vi: `<p>${c.companyName}</p><p>Mã số thuế: ${c.bizRegNo} - Người đại diện: ${c.representative}</p><p>Địa chỉ: ${c.address}</p><p>Hotline: ${c.phone}</p>`,
    th: `<p>${c.companyName}</p><p>เลขทะเบียนนิติบุคคล ${c.bizRegNo}</p><p>ที่อยู่ ${c.address}</p><p>โทร. ${c.phone}</p>`,
    id: `<p>${c.companyName}</p><p>Alamat: ${c.address}</p><p>Telepon: ${c.phone}</p>`,
    zh: `<p>公司名稱:${c.companyName}|統一編號:${c.bizRegNo}|負責人:${c.representative}</p><p>地址:${c.address}|電話:${c.phone}</p>`,
  };
  return lines[lang as Exclude<PackLang, "ko">];
}

const koFooters: ((c: Company) => string)[] = [
  (c) =>
    `<p>상호명 : ${c.companyName} &nbsp; 대표 : ${c.representative} &nbsp; 사업자등록번호 : ${c.bizRegNo} <a href="#">[사업자정보확인]</a></p><p>통신판매업 신고 : ${c.mailOrderNo} &nbsp; 주소 : ${c.address}</p><p>고객센터 : ${c.phone} / 평일 10:00 ~ 17:00</p><p>개인정보보호책임자 : 오지은</p>`,
  (c) =>
    `<address>COMPANY. ${c.companyName} | OWNER. ${c.representative} | BUSINESS LICENCE. ${c.bizRegNo} | MAIL-ORDER LICENCE. ${c.mailOrderNo} | ADDRESS. ${c.address} | TEL. ${c.phone}</address>`,
  (c) =>
    `<ul><li><strong>법인명(상호)</strong><span>${c.companyName}</span></li><li><strong>대표자(성명)</strong><span>${c.representative}</span></li><li><strong>사업자 등록번호 안내</strong><span>[${c.bizRegNo}]</span></li><li><strong>통신판매업 신고</strong><span>${c.mailOrderNo}</span></li><li><strong>전화</strong><span>${c.phone}</span></li><li><strong>주소</strong><span>${c.address}</span></li></ul>`,
  (c) =>
    `<table><tr><th>회사명</th><td>${c.companyName}</td><th>대표이사</th><td>${c.representative}</td></tr><tr><th>등록번호</th><td>${c.bizRegNo!.replaceAll("-", "")}</td><th>통신판매업신고번호</th><td>${c.mailOrderNo}</td></tr><tr><th>소재지</th><td>${c.address}</td><th>대표전화</th><td>${c.phone}</td></tr></table>`,
  (c) =>
    `<div>${c.companyName}<br>대표자 ${c.representative}<br>사업자등록정보 ${c.bizRegNo}<br>통신판매업 ${c.mailOrderNo}<br>${c.address}<br>T. ${c.phone}<br>F. 02-999-8888</div>`,
  (c) =>
    `<p><span>상호:${c.companyName}</span><span>대표자:${c.representative}</span><span>사업자번호:${c.bizRegNo}</span></p><p><span>통신판매신고번호:${c.mailOrderNo}</span><span>주소:${c.address}</span><span>연락처:${c.phone}</span></p>`,
];
