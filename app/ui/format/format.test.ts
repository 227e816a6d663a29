import { describe, expect, test } from "vitest";
import { formatBytes } from "./bytes.ts";
import { formatDue, formatSince, urgencyOf } from "./due.ts";
import { decimalPlaces, formatMoney, parseMoney } from "./money.ts";
import { formatDay, formatInstant, SEOUL } from "./time.ts";

const NOW = "2026-11-22T06:00:00Z";
const fromNow = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000);

describe("money", () => {
  test.each([
    [100_000_000, "KRW", "100,000,000원", "KRW 100,000,000"],
    [123_450, "USD", "USD 1,234.50", "USD 1,234.50"],
    [5, "USD", "USD 0.05", "USD 0.05"],
    [-1_000, "JPY", "JPY −1,000", "JPY −1,000"],
    [1_234, "KWD", "KWD 1.234", "KWD 1.234"],
    [0, "VND", "VND 0", "VND 0"],
  ])("%d minor units of %s", (minor, currency, ko, en) => {
    expect(formatMoney(minor, currency, "ko")).toBe(ko);
    expect(formatMoney(minor, currency, "en")).toBe(en);
  });

  test("an amount beyond a number's digits stays exact", () => {
    expect(formatMoney(9_007_199_254_740_993n, "KRW", "en")).toBe("KRW 9,007,199,254,740,993");
  });

  test.each([
    ["1,234.5", "USD", 123_450],
    [" 120,000,000 ", "KRW", 120_000_000],
    ["10.", "USD", 1_000],
    ["1.5", "KRW", null],
    ["1.234", "USD", null],
    ["-3", "USD", null],
    ["1e3", "USD", null],
    ["", "USD", null],
    ["99999999999999999999", "KRW", null],
  ])("%j typed into a %s box is %s", (text, currency, minor) => {
    expect(parseMoney(text, currency)).toBe(minor);
  });

  test("decimal places are those of ISO 4217, also where Intl rounds by custom", () => {
    expect(["KRW", "JPY", "VND", "USD", "TWD", "KWD", "IDR"].map(decimalPlaces)).toEqual([0, 0, 0, 2, 2, 3, 2]);
  });
});

describe("times", () => {
  test.each([
    ["full", "2026년 11월 22일 (일) 15:00 한국 시간", "Sun 22 Nov 2026 15:00 KST"],
    ["short", "11월 22일 (일) 15:00", "Sun 22 Nov 15:00"],
    ["day", "2026년 11월 22일 (일)", "Sun 22 Nov 2026"],
    ["time", "15:00", "15:00"],
    ["date", "2026-11-22", "2026-11-22"],
  ] as const)("%s", (format, ko, en) => {
    expect(formatInstant(NOW, "ko", format)).toBe(ko);
    expect(formatInstant(NOW, "en", format)).toBe(en);
  });

  test("Seoul's time by arithmetic is what Intl says, before and after its summer times too", () => {
    const intl = new Intl.DateTimeFormat("en-CA", {
      timeZone: SEOUL,
      dateStyle: "short",
      timeStyle: "short",
      hourCycle: "h23",
    });
    for (let at = Date.UTC(1986, 0, 1, 3, 7); at < Date.UTC(2040, 0, 1); at += 86_400_000 * 3 + 5 * 3_600_000) {
      const said = `${formatInstant(new Date(at), "en", "date")}, ${formatInstant(new Date(at), "en", "time")}`;
      expect(said).toBe(intl.format(at));
    }
  });

  test("midnight in Seoul belongs to the new day, and is 00:00", () => {
    expect(formatInstant("2026-12-31T15:00:00Z", "en")).toBe("Fri 1 Jan 2027 00:00 KST");
  });

  test("another zone is named", () => {
    expect(formatInstant(NOW, "en", "full", "America/New_York")).toBe("Sun 22 Nov 2026 01:00 America/New_York");
  });

  test("a calendar day has no zone to slip through", () => {
    expect(formatDay("2026-03-01", "ko")).toBe("2026년 3월 1일 (일)");
  });
});

describe("deadlines", () => {
  test.each([
    [150, "in 2 h", "2시간 남음", "soon"],
    [240, "in 4 h", "4시간 남음", "soon"],
    [241, "in 4 h", "4시간 남음", "calm"],
    [30, "in 30 min", "30분 남음", "soon"],
    [0, "in 1 min", "1분 남음", "soon"],
    [60 * 24, "in 1 day", "1일 남음", "calm"],
    [60 * 50, "in 2 days", "2일 남음", "calm"],
    [-5, "5 min late", "5분 지남", "late"],
    [-60 * 30, "1 day late", "1일 지남", "late"],
  ])("%d minutes from now", (minutes, en, ko, urgency) => {
    expect(formatDue(fromNow(minutes), NOW, "en")).toBe(en);
    expect(formatDue(fromNow(minutes), NOW, "ko")).toBe(ko);
    expect(urgencyOf(fromNow(minutes), NOW)).toBe(urgency);
  });

  test("how long ago", () => {
    expect(formatSince(fromNow(-190), NOW, "en")).toBe("3 h ago");
    expect(formatSince(fromNow(-190), NOW, "ko")).toBe("3시간 전");
    expect(formatSince(NOW, NOW, "ko")).toBe("방금");
  });
});

test("sizes of files keep number and unit together", () => {
  expect([900, 320_400, 4_120_000, 20_000_000].map(formatBytes)).toEqual([
    "900\u00a0B",
    "320\u00a0kB",
    "4.1\u00a0MB",
    "20\u00a0MB",
  ]);
});
