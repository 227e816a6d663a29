const NUMBER = "\\d{1,3}";
const TO = "\\s*(?:[-~–—〜―]|to|and|から|đến|tới|ถึง|sampai|hingga|s\\.?d\\.?|至|到|에서|또는)\\s*";
const WORDS =
  "one|two|three|four|five|six|seven|eight|ten|fourteen|fifteen|thirty|a few|several|일이|이레|하루이틀|사나흘|사흘|나흘|보름|삼|칠|bảy|ba mươi|tujuh|empat belas|tiga puluh|兩三|两三|三四|三五|一|二|兩|两|三|四|五|七|十|十四|三十|เจ็ด|สามสิบ";
const UNITS = [
  "영업일|근무일|일|주|시간|개월|달",
  "(?:business|working|calendar|week|full)?\\s?-?days?(?![a-z])|hours?(?![a-z])|hrs?(?![a-z])|weeks?(?![a-z])|months?(?![a-z])",
  "営業日|日間|日|週間|時間|[ヶかカ箇]月",
  "ngày|giờ|tuần|tháng",
  "วัน|ชั่วโมง|สัปดาห์|เดือน",
  "hari|jam(?![a-z])|minggu|bulan",
  "個?工作[天日]|個?營業[天日]|天|小時|小时|週|個月",
].join("|");

/**
 * A length of time: `2~3일`, `within 14 days`, `3-5営業日`, `7 ngày`, `(7) days`. Not a day of the calendar
 * (9월 15일, 2024年5月3日), not an hour of the day, not a percentage.
 */
export const duration = new RegExp(
  `(?<![월月年\\d.,/:-])(?<![월月年] )\\(?(?:${NUMBER}(?:\\s*(?:영업일|일|日|天|วัน|days?)?${TO}${NUMBER})?|(?<![a-zà-ỹ])(?:${WORDS})(?:${TO}(?:${WORDS}))?)\\)?\\s?\\+?\\s?(?:\\(\\d{1,3}\\)\\s?)?(?:平日|영업|근무|평일)?\\s?(?:${UNITS})(?!\\s*(?:무이자|할부|세트|연속|차|째|かぎり|분))`,
  "u",
);

/** A length of time said without a number. */
export const soon =
  /(?:당일|즉시|바로 (?:다운로드|이용)|일주일|익일|다음 ?날|한 ?달|이틀|사흘|나흘|사나흘|하루 ?이틀|이레|열흘|보름|오늘 ?(?:바로 )?(?:발송|출발|출고)|그날 ?(?:바로 )?(?:출발|발송|출고)|5분 ?안|within the week|the moment (?:your|you)|same[- ]day|right after|as soon as|next[- ]day|next business day|immediately|instant(?:ly)?|right away|within minutes|overnight|即日|翌日|翌営業日|すぐに|即時|1週間|ngay (?:lập tức|sau khi)|trong ngày|tức thì|ทันที|ภายในวันเดียว|วันถัดไป|segera setelah|langsung (?:setelah|dapat|bisa)|hari yang sama|hari itu juga|seminggu|3 harian|hôm sau|instan|立即|當天|當日|隔天|即刻|隔日)/u;

const IN_WORDS: [RegExp, number][] = [
  [/사나흘|나흘/, 4],
  [/사흘/, 3],
  [/이틀/, 2],
  [/열흘/, 10],
  [/보름/, 15],
  [/seven days|七[天日]|七個?工作/, 7],
  [/fourteen days|十四[天日]|two weeks/, 14],
  [/three weeks/, 21],
  [/thirty days|三十[天日]/, 30],
];

/** The days that a text names, smallest first; hours count as parts of a day, weeks as seven, months as thirty. */
export function daysIn(text: string): number[] {
  const days: number[] = [];
  for (const [found] of text.matchAll(new RegExp(duration.source, "gu"))) {
    const perUnit = /시간|hours?|hrs|時間|giờ|ชั่วโมง|jam|小時|小时/u.test(found)
      ? 1 / 24
      : /개월|달$|months?|月|tháng|เดือน|bulan/u.test(found)
        ? 30
        : /주$|weeks?|週|tuần|สัปดาห์|minggu/u.test(found)
          ? 7
          : 1;
    for (const [number] of found.matchAll(/\d{1,3}/g)) days.push(Number(number) * perUnit);
  }
  if (/일주일|이레|1週間|seminggu/.test(text)) days.push(7);
  for (const [word, count] of IN_WORDS) if (word.test(text)) days.push(count);
  return days.sort((a, b) => a - b);
}
