const REGIONS: [RegExp, string][] = [
  [/서울(?:특별시|시)/g, "서울"],
  [/부산(?:광역시|시)/g, "부산"],
  [/대구(?:광역시|시)/g, "대구"],
  [/인천(?:광역시|시)/g, "인천"],
  [/광주광역시/g, "광주"],
  [/대전(?:광역시|시)/g, "대전"],
  [/울산(?:광역시|시)/g, "울산"],
  [/세종(?:특별자치시|시)/g, "세종"],
  [/경기도/g, "경기"],
  [/강원(?:특별자치도|도)/g, "강원"],
  [/충청북도/g, "충북"],
  [/충청남도/g, "충남"],
  [/(?:전북특별자치도|전라북도)/g, "전북"],
  [/전라남도/g, "전남"],
  [/경상북도/g, "경북"],
  [/경상남도/g, "경남"],
  [/제주(?:특별자치도|도)/g, "제주"],
];

/** The words of one region or road, in one spelling, apart: letters and figures alternate, so that 1길10 and 1길 10 are the same. */
function tokensOf(text: string): string[] {
  let plain = text
    .normalize("NFKC")
    .toLowerCase()
    // Brackets hold the quarter or the building; a floor in them is kept.
    .replace(/[([{]([^)\]}]*)[)\]}]/g, (_, inner: string) => (/\d/.test(inner) ? ` ${inner} ` : " "))
    .replace(/^\s*(?:우\)?|〒|post ?code:?)?\s*(?:\d{5}|\d{3}-\d{3,4})(?!\d|\s*(?:번길|길|로))/, " ")
    .replace(/(\d)\s*(?:丁目|番地の?|番|号室?|號)\s*/g, "$1-")
    .replace(/지하\s*(\d)/g, "b$1")
    .replace(/(\d)\s*(?:층|fl?\b|floor|階|樓)/g, "$1 층 ");
  for (const [long, short] of REGIONS) plain = plain.replace(long, short);
  return plain.match(/\p{L}+|\d+/gu) ?? [];
}

const ROAD = /(?:로|길|가|동|리|읍|면)$/;
const UNITS = new Set(["층", "호", "동", "호실"]);

interface Parsed {
  /** Down to the number of the house. */
  place: string[];
  /** Floor, room, block: by their unit; `""` for a figure without one. */
  inside: Map<string, string>;
}

/** A Korean address comes to a road or quarter and a number, with one more behind a hyphen; what follows lies inside the house. */
function parse(text: string): Parsed {
  const tokens = tokensOf(text);
  const isHouse = (at: number) =>
    /^\d+$/.test(tokens[at] ?? "") &&
    ROAD.test(tokens[at - 1] ?? "") &&
    !/^(?:번?길|번?로|가|동|층|호)/.test(tokens[at + 1] ?? "");
  let end = tokens.findIndex((_, at) => isHouse(at));
  if (end < 0) return { place: tokens, inside: new Map() };
  const house = tokens[end]!;
  const hasBranch = new RegExp(`${house}\\s*-\\s*${tokens[end + 1]}(?!\\d)`).test(text.normalize("NFKC"));
  if (/^\d+$/.test(tokens[end + 1] ?? "") && hasBranch) end++;
  const inside = new Map<string, string>();
  const rest = tokens.slice(end + 1).filter((token) => token !== "번지");
  rest.forEach((token, at) => {
    if (!/^\d+$/.test(token)) return;
    const unit = rest[at + 1] ?? "";
    inside.set(UNITS.has(unit) ? unit : "", token);
  });
  return { place: tokens.slice(0, end + 1).filter((token) => token !== "번지"), inside };
}

/**
 * Whether two addresses are one place. Spelling, order of brackets, post code, and a region or floor that only one of
 * them names do not matter; every figure that both give does.
 */
export function sameAddress(onSite: string, expected: string): boolean {
  const [a, b] = [parse(onSite), parse(expected)];
  const [short, long] = a.place.length <= b.place.length ? [a, b] : [b, a];
  const tail = long.place.slice(long.place.length - short.place.length);
  // What one of them leaves out in front may be a region, never a road or a figure.
  const left = long.place.slice(0, long.place.length - short.place.length);
  if (short.place.length < 2 || joined(short.place) !== joined(tail) || left.some((token) => /\d/.test(token)))
    return joined(a.place) === joined(b.place) && joined(a.place).length >= 8;
  return [...a.inside].every(([unit, figure]) => (b.inside.get(unit) ?? figure) === figure);
}

/** Spaces between words do not count, those between figures do. */
const joined = (tokens: string[]): string =>
  tokens.map((token, at) => (/^\d/.test(token) && /^\d/.test(tokens[at - 1] ?? "") ? `-${token}` : token)).join("");
