import type { BusinessField } from "./labels.ts";

/** A value as it stands in a text, or null when there is none that counts: masked, made of zeros, left open. */
export type Reader = (text: string) => string | null;

const MASK = /[*＊○●◯〇□■✕×#]{2,}|(?<![\p{L}])[xX]{2,}(?![\p{L}])|(?<![\p{L}])o{2,}(?![\p{L}])|OO/u;
const OPEN =
  /\{[^}]*\}|<%|%[A-Z_]+%|\[[^\]]*(?:입력|상호|대표|주소|번호|name|address|number|会社|住所|tên|nama|公司)[^\]]*\]|비움|미정|준비|TBD|N\/A|없음|입력|未定|準備|coming soon|đang cập nhật|lorem|ipsum/iu;

/** Repeated or absent digits stand for a number that is still to come. */
const isFilling = (digits: string) => /^(\d)\1+$/.test(digits) || /^0+$/.test(digits);

const regNoPatterns: RegExp[] = [
  /(?<![\d-])(\d{3})\s?[-–—‐.]\s?(\d{2})\s?[-–—‐.]\s?(\d{5})(?![\d-])/,
  /(?<![\d-])(\d{3}) (\d{2}) (\d{5})(?![\d-])/,
];
/** Numbers of other countries, read only behind a label: 8 to 16 digits with marks between. */
const anyRegNo = /(?<![\d])(?:[A-Z]{0,3})?\d(?:[\s.-]?\d){6,16}(?![\d])/;

export const koreanRegNo: Reader = (text) => {
  for (const pattern of regNoPatterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const digits = `${match[1]}${match[2]}${match[3]}`;
    if (isFilling(digits) || isFilling(digits.slice(3))) return null;
    return `${match[1]}-${match[2]}-${match[3]}`;
  }
  return null;
};

const regNo: Reader = (text) => {
  const korean = koreanRegNo(text);
  if (korean) return korean;
  const match = anyRegNo.exec(text);
  if (!match || isFilling(match[0].replace(/\D/g, ""))) return null;
  return MASK.test(text.slice(0, match.index + match[0].length + 3)) ? null : match[0].trim();
};

const MAIL_ORDER =
  /(?:제\s?)?(?:\d{4}\s?[-–]\s?[A-Z][A-Za-z]+(?:[\s-][A-Z][A-Za-z]+){0,3}\s?[-–]\s?\d{3,6}|\d{4}\s?[-–]?\s?[가-힣]{2,}(?:\s?[가-힣]+)*[A-Za-z]?\s?[-–]?\s?\d{1,6}|[가-힣]{2,8}\s?(?!\d{3}-\d{2}-\d{5})\d{0,4}\s?[-–]\s?\d{2,6}(?:\s?[-–]\s?\d{2,6})?|\d{4}\s?[-–]\s?\d{4,10}(?:[-–]\d+)*)\s?호?/;
const mailOrderNo: Reader = (text) => {
  if (/면제|해당\s?없음|간이/.test(text.slice(0, 20))) return null;
  const match = MAIL_ORDER.exec(text);
  if (!match) return null;
  const serial = /(\d+)\s?호?$/.exec(match[0])?.[1] ?? "";
  if (/^0+$/.test(serial) || MASK.test(match[0])) return null;
  return match[0].trim();
};

const PHONE =
  /(?<![\d-])(?:\+?\d{1,3}[-.\s)]{1,2})?(?:\(0?\d{1,4}\)|0?\d{1,4})[-.)\s]{1,3}\d{2,4}(?:[-.\s]{1,2}\d{2,4}){1,2}(?![\d-])|(?<![\d-])\(?0\d{1,3}\)?[-.\s]\d{6,8}(?![\d-])|(?<![\d-])1[5-9]\d{2}[-.\s]?\d{4}(?![\d-])|(?<!\d)(?:\+?\d{9,13}|0\d{8,10})(?!\d)/g;
/** All telephone numbers of a text, in order; those of zeros or with a mask are none. */
export function phonesIn(text: string): string[] {
  const phones: string[] = [];
  for (const [found] of text.matchAll(PHONE)) {
    const digits = found.replace(/\D/g, "");
    if (digits.length < 8 || digits.length > 14) continue;
    if (/^\d{3}-\d{2}-\d{5}$/.test(found.trim())) continue;
    // Numbers set aside for films and templates: area 555, and 555-01xx anywhere.
    if (/^1?555\d{7}$/.test(digits) || /^1?\d{3}55501\d{2}$/.test(digits)) continue;
    const local = digits.replace(/^(?:\+?82)?0?/, "");
    if (isFilling(digits) || /0{7,}$/.test(digits) || /^0+$/.test(local) || /(\d)\1{7,}/.test(digits)) continue;
    if (/^20\d\d[-. ]?\d{1,2}[-. ]?\d{1,2}$/.test(found.trim())) continue;
    phones.push(found.trim().replace(/^\+?\s?/, (sign) => sign.trim()));
  }
  return phones;
}

/** Whether a number is that of somebody's pocket. Korean ones by their prefix; others where the country's plan tells. */
export function isMobile(phone: string, lang: string): boolean {
  const digits = phone.replace(/\D/g, "");
  // 0117 is Bristol to the British and a pocket to Koreans: outside Korean pages only what cannot be anything else.
  if ((lang === "ko" ? /^(?:82)?0?1[016789]\d{7,8}$/ : /^(?:8210|010)\d{8}$/).test(digits)) return true;
  if (lang === "en") return /^(?:44|0)7[1-9]\d{8}$|^614\d{8}$|^04\d{8}$/.test(digits);
  if (lang === "ja") return /^(?:81)?0?[789]0\d{8}$/.test(digits);
  if (lang === "vi") return /^(?:84|0)[35789]\d{8}$/.test(digits);
  if (lang === "th") return /^(?:66|0)[689]\d{8}$/.test(digits);
  if (lang === "id") return /^(?:62|0)8\d{8,11}$/.test(digits);
  if (lang === "zh") return /^(?:886|0)9\d{8}$/.test(digits);
  return false;
}

const phone: Reader = (text) => phonesIn(MASK.test(text.slice(0, 16)) ? "" : text)[0] ?? null;

const KOREAN_REGION =
  "(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|충청[남북]도|전북|전남|전라[남북]도|경북|경남|경상[남북]도|제주)";
/** A Korean address without a label: it begins with a region and comes to a road or a quarter with a number. */
export const koreanAddress = new RegExp(
  `(?:\\(?\\d{5}\\)?\\s?)?${KOREAN_REGION}[가-힣]*\\s+[가-힣]+(?:시|군|구)[^|\\n]{2,70}?\\d[^|\\n:]{0,40}`,
);

const address: Reader = (text) => {
  const value = text.replace(/^\s*(?:\[?\d{5}\]?|\(\d{5}\))?\s*/, (start) => start).trim();
  const cut = value
    .replace(/\s*(?:\[[^\]]*(?:확인|지도|map)[^\]]*\]|\|.*$)/giu, "")
    .replace(/\s*\(?우(?:편번호)?\s?[:)]?\s?\d{3}-?\d{2,3}\)?\s*$/u, "")
    // What follows it on the line: a link to a statutory notice, a mark between values.
    .replace(/\s\S*(?:に基づく|表示|表記)\S*$/u, "")
    .replace(/\s+[/·,]\s*$/u, "")
    .trim();
  if (
    cut.length < 6 ||
    MASK.test(cut) ||
    !/\p{L}{2}/u.test(cut) ||
    !/[1-9]/.test(cut) ||
    /^[/)·,]/.test(cut) ||
    FAKE_PLACE.test(cut) ||
    /@|\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/.test(cut)
  )
    return null;
  return cut.slice(0, 160);
};

const COMPANY_FORM =
  /주식회사|유한회사|\(주\)|㈜|\(유\)|합자회사|협동조합|co\.?,? ?ltd|inc\.?|llc|corp|limited|gmbh|oü|uab|s\.?r\.?l|s\.?a\.?r\.?l|b\.?v\b|a\/s|aps|oy\b|pty|sdn|株式会社|合同会社|有限会社|\(株\)|công ty|tnhh|cổ phần|บริษัท|จำกัด|\bpt\.?\s|\bcv\.?\s|有限公司|股份|商行|企業社|工作室/iu;
const companyName: Reader = (text) => {
  const value = text
    .replace(/^[\s:：\-–=|)\]]+/, "")
    .split(/\s{2,}|[|ㅣ│]|\s[/·•]\s|,\s(?=대표)|\s*〒|\s(?=tel\b|fax\b)/i)[0]!
    .replace(/[\s,/|·•\-–]+$/, "")
    .trim();
  if (value.length < 2 || value.length > 80 || MASK.test(value) || OPEN.test(value) || !/\p{L}{2}|\p{L}\d/u.test(value))
    return null;
  if (/^(?:정보|소개|안내|info(?:rmation)?|profile|about|概要|name|및)$/iu.test(value)) return null;
  return /[.。!?]$/.test(value) && !COMPANY_FORM.test(value) ? null : value;
};

const TITLE =
  /^(?:이사|자|님|씨|대표이사|代表取締役(?:社長)?|社長|mr\.?|ms\.?|mrs\.?|ông|bà|นาย|นางสาว|นาง|bapak|ibu)\s*[:：]?\s*/iu;
const PERSON =
  /^(?:[가-힣]{2,4}(?:\s?[,·/&및]\s?[가-힣]{2,4})*(?:\s?외\s?\d+\s?[명인])?|[가-힣](?:\s[가-힣]){1,3}|[\p{Script=Han}々\p{Script=Hiragana}\p{Script=Katakana}ー]{1,8}[\s　]?[\p{Script=Han}々\p{Script=Hiragana}\p{Script=Katakana}ー]{0,8}|\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,5}(?:\s?[,&]\s?\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,5})*|[\u0e00-\u0e7f]{2,}(?:\s[\u0e00-\u0e7f]{2,}){0,3})$/u;
const representative: Reader = (text) => {
  const value = text
    .replace(/^[\s:：\-–=|)\]]+/, "")
    .split(/\s{2,}|[|ㅣ│\n]|\s[/•]\s/)[0]!
    .replace(TITLE, "")
    .replace(/\s*[([（].*$/, "")
    .replace(/[\s,/|·•\-–)\]]+$/, "")
    .replace(/\s?(?:대표이사|대표|사장|님|様)$/, "")
    .trim();
  if (MASK.test(value) || OPEN.test(value) || /[*]/.test(value)) return null;
  if (!PERSON.test(value)) {
    // A name, and then something without a label of its own.
    const head = /^(?:[가-힣]{2,4}(?:\s?[,·]\s?[가-힣]{2,4})*)(?=\s|$)/.exec(value)?.[0];
    return head && !/(?:주식회사|주소|사업자|전화|번호)/.test(head) ? head : null;
  }
  return /^(?:전화|번호|연락처|성명|이름|name|정보|주소|확인|email|tel)$/iu.test(value)
    ? null
    : value.replace(/^([가-힣])\s([가-힣])(?:\s([가-힣]))?(?:\s([가-힣]))?$/, "$1$2$3$4");
};

const email: Reader = (text) => {
  const match = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(text);
  return match && !/@(?:example|test|domain|email|yourdomain)\./i.test(match[0]) ? match[0] : null;
};

export const readers: Record<BusinessField, Reader> = {
  companyName,
  representative,
  bizRegNo: regNo,
  mailOrderNo,
  phone,
  address,
  email,
};

/** Company names that show what they are by their legal form. */
export const bareCompany =
  /(?:주식회사|유한회사|사단법인|재단법인|㈜|\(주\))\s?[가-힣A-Za-z0-9&.]{1,20}(?:\s[가-힣A-Za-z0-9&]{1,12})?|[가-힣A-Za-z0-9&.]{1,20}\s?(?:㈜|\(주\)|주식회사|유한회사)|(?:株式会社|合同会社|有限会社)[^\s|,、()]{1,20}|[^\s|,、©()]{1,20}(?:株式会社|合同会社|有限会社)|[\p{Script=Han}]{2,16}(?:股份)?有限公司|C[ôÔ][Nn][Gg] [Tt][Yy] (?:TNHH|[Cc][ổỔ] [Pp][hH][ầẦ][nN]|CP)[^|,\n]{2,50}|(?:Hộ|HỘ) (?:kinh doanh|KINH DOANH) [^|,\n]{2,40}|บริษัท\s?[\u0e00-\u0e7fA-Za-z\s]{2,40}?จำกัด(?:\s?\(มหาชน\))?|(?:หจก\.|บจก\.|บมจ\.|ห้างหุ้นส่วนจำกัด)\s?[\u0e00-\u0e7fA-Za-z]{2,40}(?:\s[\u0e00-\u0e7fA-Za-z]{2,30})?|\b(?:PT|CV|UD)\.?\s[A-Z][\w\s]{2,40}?(?=[,.|\n]|$)|[A-Z][\w&.'-]*(?:\s[A-Z&][\w&.'-]*){0,4},?\s(?:Co\.?,?\s?Ltd\.?|Inc\.?|LLC|L\.L\.C\.|Corp\.?|Corporation|Limited|Ltd\.?|GmbH|K\.K\.|Pte\.?\sLtd\.?|Pty\.?\sLtd\.?|Sdn\.?\sBhd\.?|OÜ|UAB|S\.?r\.?l\.?|S\.?A\.?R\.?L\.?|B\.V\.|A\/S|ApS|Oy|AB|AG)(?![\p{L}\d])/u;

const PLACES: RegExp[] = [
  // 〒, or a prefecture and a ward, town or street number.
  /^(?:〒\s?\d{3}-?\d{4}\s*)?(?:東京都|北海道|(?:京都|大阪)府|[\p{Script=Han}]{2,3}県)[^|]{3,60}\d[^|。]{0,30}$/u,
  // 台北市大安區永康街31巷12號
  /^(?:\d{3,6}\s*)?[\p{Script=Han}]{2}[市縣县][\p{Script=Han}]{1,4}[區区鄉鎮市][^|。]{2,40}\d+\s?[號号][^|。]{0,20}$/u,
  // 88/12 … แขวง … เขต … กรุงเทพมหานคร 10110
  /^(?:เลขที่\s?)?\d[\d/-]*\s.{4,120}(?:แขวง|ตำบล|ต\.|เขต|อำเภอ|อ\.|จังหวัด|จ\.|กรุงเทพ).{2,80}$/u,
  /^(?:Số\s|\d)[^|]{4,90}(?:Quận|Q\.|Phường|P\.|Huyện|Xã|Hà Nội|Hồ Chí Minh|TP\.? ?HCM|Đà Nẵng|Thành phố|Tỉnh)[^|]{0,60}$/u,
  /^(?:Jl\.?|Jalan|Komplek|Ruko)\s[^|]{6,120}$/u,
  // 48 Ruthven Street, Toowoomba QLD 4350
  /^(?:[A-Z][\w' ]{0,20}\s)?\d[^|@]{6,90}\s(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s\d{4}(?:,?\s[A-Z][A-Za-z ]{1,24})?$/,
  // Pärnu mnt 148, 11317 Tallinn, Estonia; Hauptstraße 5, 10115 Berlin
  /^\p{Lu}[\p{L}.'-]+(?:\s[\p{L}.'-]+){0,4}\s\d{1,4}\s?[a-zA-Z]?(?:[-/]\d{1,4})?,\s(?:[A-Z]{1,2}-)?\d{4,6}\s\p{Lu}[\p{L} .'-]{2,30}(?:,\s\p{Lu}[\p{L} ]{2,30})?$/u,
  // A postcode of the United Kingdom, Canada or the United States at or near the end of a line that begins with a house.
  /^(?:[A-Z][\w' ]{0,20}\s)?\d[^|@]{6,110}(?:[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]{2}\s\d{5}(?:-\d{4})?)(?:,?\s[A-Z][A-Za-z ]{1,24})?$/,
];
const FAKE_PLACE = /(?:fake|any|example|sample|your) ?(?:street|st\b|town|city|address)|anytown|12345$/i;

/** An address without a label, told by how its country writes one; null for anything else. */
export function bareAddress(text: string): string | null {
  const piece = text.replace(/^(?:registered office|head office|store)\s*:\s*/i, "").trim();
  if (piece.length < 10 || FAKE_PLACE.test(piece)) return null;
  return PLACES.some((place) => place.test(piece)) ? address(piece) : null;
}

/** A Korean name by itself: one of the common family names and one or two syllables. */
export const bareKoreanName =
  /^[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용][가-힣]{1,2}$/;
