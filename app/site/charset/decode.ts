import iconv from "iconv-lite";

/** What a page says of its own letters, before anything of it is decoded: `charset=` in the header or in a meta tag. */
function declared(bytes: Uint8Array, contentType: string): string | null {
  const inHeader = /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1];
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4_096)).toString("latin1");
  const inMeta =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1];
  return inHeader ?? inMeta ?? null;
}

const names: Record<string, string> = {
  "euc-kr": "cp949",
  "ks_c_5601-1987": "cp949",
  ksc5601: "cp949",
  uhc: "cp949",
  ms949: "cp949",
  "x-sjis": "shift_jis",
  sjis: "shift_jis",
  "windows-31j": "shift_jis",
  ms932: "shift_jis",
  gb2312: "gb18030",
  gbk: "gb18030",
  "x-gbk": "gb18030",
  big5: "big5-hkscs",
  "tis-620": "windows-874",
  "iso-8859-11": "windows-874",
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  ascii: "windows-1252",
  utf8: "utf-8",
};

/** Old shops declare little and declare it wrongly: these are tried, and the one that reads like language is taken. */
const candidates = ["cp949", "shift_jis", "euc-jp", "gb18030", "big5-hkscs", "windows-874", "windows-1258"];

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Decodes a page whatever it declares. Bytes that are valid UTF-8 beyond ASCII are UTF-8; a declared charset is
 * believed as long as it decodes without loss; otherwise the candidates are weighed by how the text reads.
 *
 * @returns the text and the charset it was read in
 */
export function decodePage(bytes: Uint8Array, contentType = ""): { text: string; charset: string } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length >= 2 && buffer[0] === 0xff && buffer[1] === 0xfe)
    return { text: iconv.decode(buffer, "utf-16le"), charset: "utf-16le" };
  if (buffer.length >= 2 && buffer[0] === 0xfe && buffer[1] === 0xff)
    return { text: iconv.decode(buffer, "utf-16be"), charset: "utf-16be" };
  const isoJp = buffer.includes("\u001b$B") || buffer.includes("\u001b$@");
  try {
    const text = utf8.decode(buffer);
    // Escape sequences are ASCII too; only they tell ISO-2022-JP apart.
    if (!isoJp) return { text, charset: "utf-8" };
  } catch {
    // not UTF-8, or a piece of it is broken
  }
  if (isoJp) return { text: new TextDecoder("iso-2022-jp").decode(buffer), charset: "iso-2022-jp" };

  const said = declared(bytes, contentType)?.toLowerCase() ?? null;
  const named = said === null ? null : (names[said] ?? said);
  if (named !== null && readsCleanly(buffer, named)) return { text: iconv.decode(buffer, named), charset: named };
  const loose = buffer.toString("utf8");
  const readings: { charset: string; text: string; score: number }[] = [
    { charset: "utf-8", text: loose, score: score(loose) },
  ];
  for (const charset of new Set([...(named && iconv.encodingExists(named) ? [named] : []), ...candidates])) {
    const text = iconv.decode(buffer, charset);
    // The declared one is believed unless it reads clearly worse than another.
    readings.push({ charset, text, score: score(text) + (charset === named ? 0.12 : 0) });
  }
  const best = readings.reduce((a, b) => (b.score > a.score ? b : a));
  return { text: best.text, charset: best.charset };
}

/** Every byte is a letter in these or it is not; the one-byte sets of the West take anything and prove nothing. */
const strict = new Set(["cp949", "shift_jis", "euc-jp", "gb18030", "big5-hkscs", "windows-874"]);
/** A few broken bytes are a torn cookie banner; more are another charset. */
const TORN = 0.004;
/** What a text in its own letters scores at the very least; names in rare letters stay above it. */
const READABLE = 0.25;

/** A declared charset of many bytes that decodes without loss, and reads like one of the languages written in it. */
function readsCleanly(buffer: Buffer, charset: string): boolean {
  if (!strict.has(charset)) return false;
  const text = iconv.decode(buffer, charset);
  const foreign = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  const lost = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  return foreign > 0 && lost <= foreign * TORN && score(text) > READABLE;
}

/** The 2,350 syllables that people use; the rest of the block appears when other bytes are read as Korean. */
const usual = new Set(
  Array.from({ length: 25 }, (_, row) =>
    Array.from({ length: 94 }, (_, cell) => iconv.decode(Buffer.from([0xb0 + row, 0xa1 + cell]), "cp949")),
  ).flat(),
);

const COMMON =
  /[가-힣\u3040-\u309f]|[的一是不了在有我他這中大來上國個到們說時要就出會可也你對生能而子那得于着下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運]|[\u0e01-\u0e4e]/gu;

const isLatinLetter = (code: number) => code >= 0x40 && code <= 0x7e;
const isThaiConsonant = (code: number) => code >= 0x0e01 && code <= 0x0e2e;
const isThaiMark = (code: number) =>
  code === 0x0e31 || (code >= 0x0e34 && code <= 0x0e3a) || (code >= 0x0e47 && code <= 0x0e4e);

/** Thai that no Thai wrote: letters given up long ago, a mark over nothing, a leading vowel that leads nowhere, lone digits. */
function isOddThai(text: string, at: number, code: number): boolean {
  if (code === 0x0e03 || code === 0x0e05) return true;
  const before = text.charCodeAt(at - 1) || 0;
  const after = text.charCodeAt(at + 1) || 0;
  // Between two Latin letters a single Thai one is half of a Chinese character.
  if (isLatinLetter(before) && isLatinLetter(after)) return true;
  if (isThaiMark(code)) return !isThaiConsonant(before) && !isThaiMark(before);
  if (code >= 0x0e40 && code <= 0x0e44) return !isThaiConsonant(after);
  if (code === 0x0e3f || code >= 0x0e4f) return isThaiConsonant(before) || isThaiConsonant(after);
  return false;
}

const SIMPLIFIED =
  /[们这发后时来国说对会样还个为过没么学现动开进问应给关经体实条业产东车电话长书见觉钱买卖货运费购签单订质量与无从内]/gu;

/** How much a text reads like one of the languages of our shops, 0 to about 1; wrong decodings make rare letters. */
function score(text: string): number {
  const sample = text.length > 200_000 ? text.slice(0, 200_000) : text;
  let foreign = 0;
  let bad = 0;
  let rare = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code < 0x80) continue;
    foreign++;
    if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code <= 0xf8ff)) bad++;
    else if (
      (code >= 0xff61 && code <= 0xff9f) ||
      // Two letters that Thai gave up long ago, and syllables nobody writes: bytes of another script.
      (code >= 0x0e00 && code <= 0x0e7f && isOddThai(sample, i, code)) ||
      (code >= 0xac00 && code <= 0xd7a3 && !usual.has(sample[i]!)) ||
      (code >= 0x0370 && code <= 0x058f) ||
      (code >= 0x2500 && code <= 0x257f)
    )
      rare++;
  }
  if (foreign === 0) return 1;
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0;
  // Kana read as Thai begin each pair with one of two letters; Chinese read as Korean is a good part Han.
  const kana = count(/[\u0e04\u0e05]/g) > 0.2 * foreign ? foreign * 0.5 : 0;
  const hangul = count(/[가-힣]/g);
  const mixed = hangul > 0.2 * foreign && count(/[\u4e00-\u9fff\uf900-\ufaff]/g) > 0.12 * foreign ? foreign * 0.5 : 0;
  rare += (kana + mixed) / 2;
  const common = count(COMMON) + count(SIMPLIFIED);
  return common / foreign - (bad * 6) / foreign - (rare * 2) / foreign;
}
