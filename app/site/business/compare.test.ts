import { expect, test } from "vitest";
import type { Archive } from "../archive/archive.ts";
import { pageOf } from "../archive/folder.server.ts";
import { judge } from "../judge/judge.ts";
import { compareBusiness, type ExpectedBusiness } from "./compare.ts";

const onFile: ExpectedBusiness = {
  companyName: "주식회사 숲과길",
  otherNames: ["Forest & Road Co., Ltd."],
  representative: "문지호",
  representatives: [["문지호", "MOON JIHO"]],
  bizRegNo: "123-45-67891",
  address: "서울특별시 강남구 테헤란로 1길 10, 2층",
  phone: "02-555-1234",
  mailOrderNo: "제2023-서울강남-01234호",
};

const page = (path: string, main: string, foot: string) =>
  pageOf(
    `https://forestroad.kr${path}`,
    Buffer.from(
      `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>숲과길</title></head><body><header><a href="/">홈</a></header><main>${main}</main><footer>${foot}</footer></body></html>`,
    ),
    "text/html; charset=utf-8",
    200,
    "page.html",
  );
const home = (foot: string) => page("/", "<h1>숲과길</h1><p>오래 쓰는 물건을 골라 놓았습니다. 어서 오세요.</p>", foot);
const order = (foot: string) =>
  page(
    "/order",
    `<h1>주문서 작성</h1><form method="post"><input name="address"><h2>결제수단</h2><label><input type="radio" name="pay"> 신용카드</label><label><input type="radio" name="pay"> 카카오페이</label><button>결제하기</button></form>`,
    foot,
  );
const archiveOf = (...pages: Archive["pages"]): Archive => ({
  origin: "https://forestroad.kr",
  pages,
  unreachable: [],
  leftOut: 0,
  robots: "none",
});

/** Outcomes in the order name, representative, number, address, telephone, mail-order number. */
function outcomes(archive: Archive, where: "site" | "checkout", expected = onFile): string[] {
  return compareBusiness(archive, judge(archive), expected)
    .filter((line) => line.where === where)
    .map(({ outcome }) => outcome);
}

const same = Array(6).fill("same");

test.each([
  [
    "labels without a space after them, dots in the telephone, no 구 in the register",
    "(주)숲과길 | 대표 : 문지호 | 등록번호 : 123-45-67891 | 통신판매업신고 : 2023-서울강남-01234 | 서울 강남구 테헤란로1길 10 2층 | 전화 02.555.1234",
  ],
  [
    "OWNER and BUSINESS LICENCE",
    "COMPANY ㈜숲과길 OWNER 문지호 BUSINESS LICENCE 123-45-67891 [사업자정보확인] ONLINE ORDER LICENSE 2023-서울강남-01234 ADDRESS 서울시 강남구 테헤란로1길 10, 2층 TEL 02-555-1234",
  ],
  [
    "사업자등록정보, letters and figures apart, post code and quarter",
    "<b>사업자등록정보</b> 123 45 67891<br><b>상호</b> 숲과길 주식회사<br><b>대표이사</b> 문 지 호<br><b>소재지</b> (06234) 서울특별시 강남구 테헤란로 1길 10, 2층 (역삼동)<br><b>통신판매신고번호</b> 제 2023-서울강남-01234 호<br><b>고객센터</b> 02) 555-1234",
  ],
  [
    "no label at all, between strokes",
    "숲과길 주식회사 / 문지호 / 123-45-67891 / 2023-서울강남-01234 / 서울특별시 강남구 테헤란로 1길 10 (2층) / 02-555-1234",
  ],
  [
    "no label at all, a line each, the number without hyphens",
    "<p>주식회사 숲과길</p><p>문지호</p><p>1234567891</p><p>서울특별시 강남구 테헤란로 1길 10, 2층</p><p>제2023-서울강남-01234호</p><p>02-555-1234</p>",
  ],
  [
    "labels with more in brackets, the number in brackets, the telephone from abroad",
    "상호명 : 주식회사 숲과길<br>대표자(성명) : 문지호<br>사업자 등록번호 안내 : [123-45-67891]<br>통신판매업 신고 제 2023-서울강남-01234호<br>주소 : 06234 서울 강남구 테헤란로1길 10 2층<br>대표전화 : +82-2-555-1234",
  ],
  [
    "the name in Latin letters, a floor as 2F",
    "Company : Forest &amp; Road Co., Ltd. / CEO : Jiho Moon / Business License : 123-45-67891 / Mail-order : 2023-서울강남-01234 / Address : 서울특별시 강남구 테헤란로1길 10 2F / T. 02 555 1234",
  ],
  [
    "full-width letters and a vowel as a bar",
    "상호ㅣ숲과길　대표ㅣ문지호　사업자번호ㅣ１２３－４５－６７８９１　통신판매ㅣ２０２３－서울강남－０１２３４　주소ㅣ서울특별시 강남구 테헤란로 1길 10, 2층　전화ㅣ０２－５５５－１２３４",
  ],
  [
    "the legal form right behind the label, the floor left out",
    "회사명 (주)숲과길 사업자 정보 대표 문지호 주소 서울특별시 강남구 테헤란로 1길 10 사업자 등록번호 123-45-67891 [사업자정보확인] 전화 02-555-1234 통신판매업신고번호 2023-서울강남-01234 개인정보보호책임자 박하늘 호스팅 제공 카페24(주)",
  ],
  [
    "a table",
    "<table><tr><th>상호</th><td>주식회사 숲과길</td><th>대표자</th><td>문지호</td></tr><tr><th>사업자등록번호</th><td>123-45-67891</td><th>통신판매업</th><td>제2023-서울강남-01234호</td></tr><tr><th>주소</th><td>서울특별시 강남구 테헤란로 1길 10, 2층</td><th>전화</th><td>02-555-1234</td></tr></table>",
  ],
  [
    "labels and values in boxes of their own",
    "<ul><li><span>COMPANY</span><span>주식회사 숲과길</span></li><li><span>CEO</span><span>문지호</span></li><li><span>BUSINESS NO.</span><span>123-45-67891</span></li><li><span>MAIL ORDER</span><span>2023-서울강남-01234</span></li><li><span>ADD</span><span>서울특별시 강남구 테헤란로 1길 10, 2층</span></li><li><span>CS CENTER</span><span>02-555-1234</span></li></ul>",
  ],
  [
    "a fax and an officer between, the telephone in one",
    "법인명(상호) : 주식회사 숲과길 대표자(성명) : 문지호 사업자 등록번호 안내 : [1234567891] 통신판매업 신고 : 2023-서울강남-01234 전화 : 02-555-1234 팩스 : 02-555-1235 주소 : 06234 서울특별시 강남구 테헤란로 1길 10 2층 개인정보관리책임자 : 박하늘(help@forestroad.kr)",
  ],
  [
    "dashes of every length",
    "상호 (주)숲과길 · 대표자 문지호 · 사업자등록번호 123–45–67891 · 통신판매업신고 제2023–서울강남–01234호 · 주소 서울특별시 강남구 테헤란로1길 10, 2층 · 연락처 02–555–1234",
  ],
  [
    "the representative in brackets behind the name",
    "숲과길(대표 문지호) 사업자번호 123-45-67891 통판 2023-서울강남구-01234 서울특별시 강남구 테헤란로 1길 10, 2층 Tel.025551234",
  ],
])("the company on file is found in a foot with %s", (_, foot) => {
  expect(outcomes(archiveOf(home(foot)), "site")).toEqual(same);
  expect(outcomes(archiveOf(home(""), order(foot)), "checkout")).toEqual(same);
});

const foot = (changes: Partial<Record<"name" | "head" | "no" | "at" | "tel" | "mail", string>> = {}) => {
  const { name, head, no, at, tel, mail } = {
    name: "주식회사 숲과길",
    head: "문지호",
    no: "123-45-67891",
    at: "서울특별시 강남구 테헤란로 1길 10, 2층",
    tel: "02-555-1234",
    mail: "제2023-서울강남-01234호",
    ...changes,
  };
  return `상호: ${name} | 대표: ${head} | 사업자등록번호: ${no} | 통신판매업신고번호: ${mail} | 주소: ${at} | 전화: ${tel}`;
};

test.each([
  ["companyName", { name: "주식회사 숲길과" }, "different"],
  ["companyName", { name: "숲과길컴퍼니" }, "different"],
  ["representative", { head: "문지효" }, "different"],
  ["representative", { head: "문지호, 김하나" }, "different"],
  ["representative", { head: "문지호 외 1명" }, "different"],
  ["representative", { head: "문**" }, "missing"],
  ["bizRegNo", { no: "123-45-67892" }, "different"],
  ["bizRegNo", { no: "132-45-67891" }, "different"],
  ["bizRegNo", { no: "000-00-00000" }, "missing"],
  ["bizRegNo", { no: "123-45-*****" }, "missing"],
  ["address", { at: "서울특별시 강남구 테헤란로 1길 11, 2층" }, "different"],
  ["address", { at: "서울특별시 강남구 테헤란로 1길 100, 2층" }, "different"],
  ["address", { at: "서울특별시 강남구 테헤란로 11길 10, 2층" }, "different"],
  ["address", { at: "서울특별시 강남구 테헤란로 1길 10-2, 2층" }, "different"],
  ["address", { at: "서울특별시 강남구 테헤란로 1길 10, 3층" }, "different"],
  ["address", { at: "부산광역시 강남구 테헤란로 1길 10, 2층" }, "different"],
  ["phone", { tel: "02-555-1243" }, "different"],
  ["phone", { tel: "031-555-1234" }, "different"],
  ["phone", { tel: "010-5555-1234" }, "mobile"],
  ["phone", { tel: "+82 10 5555 1234" }, "mobile"],
  ["phone", { tel: "0000-0000" }, "missing"],
  ["mailOrderNo", { mail: "제2023-서울강남-01243호" }, "different"],
  ["mailOrderNo", { mail: "제2022-서울강남-01234호" }, "different"],
  ["mailOrderNo", { mail: "제2023-서울강동-01234호" }, "different"],
  ["mailOrderNo", { mail: "제2023-서울강남-1234호" }, "different"],
  ["mailOrderNo", { mail: "신고 준비 중" }, "missing"],
] as const)("%s that differs in one thing is told: %o", (field, changes, outcome) => {
  const at = ["companyName", "representative", "bizRegNo", "address", "phone", "mailOrderNo"].indexOf(field);
  const wanted = same.with(at, outcome);
  expect(outcomes(archiveOf(home(foot(changes))), "site")).toEqual(wanted);
  expect(outcomes(archiveOf(home(foot()), order(foot(changes))), "checkout")).toEqual(wanted);
});

test("a mobile number is refused even where it is the one on file; a line beside it is enough", () => {
  const expected = { ...onFile, phone: "010-5555-1234" };
  expect(outcomes(archiveOf(home(foot({ tel: "010-5555-1234" }))), "site", expected)[4]).toBe("mobile");
  expect(outcomes(archiveOf(home(foot({ tel: "010-5555-1234, 02-555-1234" }))), "site")[4]).toBe("same");
});

test("two representatives on file have to stand there, in any order and as '외 1명'", () => {
  const expected = { ...onFile, representative: "문지호, 김하나", representatives: [["문지호"], ["김하나"]] };
  for (const head of ["문지호, 김하나", "김하나·문지호", "김하나/문지호", "문지호 외 1명"])
    expect(outcomes(archiveOf(home(foot({ head }))), "site", expected)[1], head).toBe("same");
  for (const head of ["문지호", "문지호, 박하나", "문지호 외 2명"])
    expect(outcomes(archiveOf(home(foot({ head }))), "site", expected)[1], head).toBe("different");
});

test("an order page without the company's data is told apart from one that has them", () => {
  expect(outcomes(archiveOf(home(foot()), order("© 2026")), "checkout")).toEqual(Array(6).fill("missing"));
  expect(outcomes(archiveOf(home(foot())), "checkout")).toEqual([]);
});

test("what was not filed is not compared, and each line says where it was read", () => {
  const archive = archiveOf(home(foot()), order(foot({ tel: "02-555-9999" })));
  const lines = compareBusiness(archive, judge(archive), { ...onFile, mailOrderNo: null });
  expect(lines.find(({ field, where }) => field === "mailOrderNo" && where === "site")).toMatchObject({
    outcome: "notAsked",
  });
  expect(lines.find(({ field, where }) => field === "phone" && where === "checkout")).toMatchObject({
    outcome: "different",
    onSite: "02-555-9999",
    expected: "02-555-1234",
    evidence: { url: "https://forestroad.kr/order", quote: expect.stringContaining("02-555-9999") },
  });
});
