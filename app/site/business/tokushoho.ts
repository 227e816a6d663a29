import { placeholder, unfilled } from "../lexicon/voices.ts";
import { normalise } from "../page/normalise.ts";
import type { Page } from "../page/page.ts";

/** What the Act on Specified Commercial Transactions (art. 11) wants on the page, by the words of the law. */
const statutory: [string, RegExp][] = [
  [
    "販売業者",
    /^(?:販売(?:事)?業者名?|事業者(?:名|の名称)?|運営会社名?|運営事業者|会社名|販売会社|屋号|店舗名?|ショップ名|商号|名称|販売元)/u,
  ],
  [
    "運営責任者",
    /^(?:運営(?:統括)?責任者名?|代表者名?|代表取締役|責任者名?|通信販売(?:業務)?(?:の)?責任者|販売責任者|代表)/u,
  ],
  ["所在地", /^(?:所在地|住所|会社所在地|本社)/u],
  ["電話番号", /^(?:電話(?:番号)?|お電話|tel|連絡先|お問い?合わせ(?:先|電話番号)?)/u],
  ["メールアドレス", /^(?:e-?mail|メール(?:アドレス)?|公開メール)/u],
  ["販売価格", /^(?:販売(?:価格|価額)|商品(?:の)?(?:価格|代金)|価格|料金|お?支払い?金額)/u],
  ["送料", /^(?:送料|配送料|商品代金以外|その他の?(?:費用|料金)|(?:商品)?代金以外|必要料金|付帯費用|追加手数料)/u],
  ["支払方法", /^(?:お?支払い?(?:い)?(?:の)?方法|決済方法|代金(?:の)?支払(?:い)?方法|お支払い?$)/u],
  [
    "支払時期",
    /^(?:お?支払い?(?:い)?(?:の)?(?:時期|期限)|代金(?:の)?支払(?:い)?時期|お支払い?(?:方法)?(?:と|・|及び|および)?時期)/u,
  ],
  [
    "引渡時期",
    /^(?:商品(?:の)?(?:引き?渡し?|お届け|発送)|引き?渡し?(?:時期|方法)?|お届け(?:時期|日数)|発送(?:時期|日)|納期|配送(?:時期|について)|サービス(?:の)?提供時期|提供時期)/u,
  ],
  ["返品・交換", /^(?:返品|返金|交換|キャンセル|不良品|解約|クーリング|返品特約)/u],
  ["申込有効期限", /^(?:申し?込み?(?:の)?(?:有効)?期限|ご注文(?:の)?有効期限|有効期限)/u],
  ["動作環境", /^(?:動作環境|推奨環境)/u],
  ["数量制限", /^(?:販売(?:数量|制限)|数量(?:制限)?|特別な販売条件)/u],
];

const TITLE = /特定商取引(?:に関する)?法|特商法|通信販売法に基づく/u;
const ON_REQUEST =
  /(?:請求|ご?要望|お?申し?出|ご?依頼)(?:が(?:あれ|あり|あった)|に(?:応じ|より|基づ)|いただ|頂)[^。]{0,30}(?:開示|提供|通知|お知らせ)/u;
const NO_VALUE = /^[-ー―\s:：。]*$|^(?:なし|未定|未記入|準備中|記載|入力してください)$/u;

const HOLES = /[○●◯〇△□*＊]{2,}|(?<!\d)0{2,4}[-‐ー]0{3,4}/u;
const isLabel = (text: string): boolean =>
  text.length <= 20 && statutory.some(([, pattern]) => pattern.test(text) && text.replace(pattern, "").length <= 4);

export interface Tokushoho {
  present: boolean;
  /** The law's own names of what is stated, in its order. */
  items: string[];
}

/**
 * The page of 特定商取引法に基づく表記: present when it bears the name of the law (or is plainly such a list) and says
 * at least who sells, where, and three things more. A link to it, or its empty table, is not the page.
 */
export function tokushohoOf(page: Page): Tokushoho {
  const visible = page.blocks.filter(({ hidden, said, region }) => !hidden && !said && region !== "nav");
  const titled =
    TITLE.test(normalise(page.title)) ||
    TITLE.test(normalise(page.heading)) ||
    visible.some(
      ({ norm, region, linked }) => region !== "footer" && linked < 0.5 && norm.length < 60 && TITLE.test(norm),
    ) ||
    /tokushoho|tokusho|tokutei|特定商取引/.test(decoded(page.url));
  const stated = new Set<string>();
  const state = (label: string, value: string) => {
    // ○○株式会社, 〒000-0000: a hole in a value leaves no value, and the next label is none either.
    if (value.search(unfilled) >= 0 || HOLES.test(value) || isLabel(value)) return;
    const text = value.replace(placeholder, " ").trim();
    if (text.length < 2 || NO_VALUE.test(text)) return;
    const head = label.replace(/^[■□●○◆◇▶※【[(（・*\d.)\s]+/u, "");
    for (const [name, pattern] of statutory) if (pattern.test(head)) stated.add(name);
  };
  visible.forEach((block, index) => {
    const { norm, under, level } = block;
    const inline = /^(.{2,24}?)\s?[:：]\s?(.{2,})$/u.exec(norm);
    if (inline) state(inline[1]!, inline[2]!);
    if (level === 0) for (const label of under.slice(0, 1)) if (label.length <= 40) state(label, norm);
    const before = visible[index - 1];
    // A short line and then its value, without markup that would tie them.
    if (
      level === 0 &&
      before &&
      before.norm.length <= 20 &&
      statutory.some(([, pattern]) => pattern.test(before.norm)) &&
      norm !== before.norm
    )
      state(before.norm, norm);
  });
  const items = statutory.map(([name]) => name).filter((name) => stated.has(name));
  const reachable = stated.has("所在地") || stated.has("電話番号");
  // The Act lets a seller keep name, address and number back who promises them on request.
  const withheld = visible.some(({ norm }) => ON_REQUEST.test(norm));
  const core = stated.has("販売業者") && (reachable || withheld);
  const present = titled ? core && items.length >= (withheld ? 4 : 5) : core && items.length >= 8;
  return { present, items: titled || present ? items : [] };
}

const decoded = (url: string) => {
  try {
    return decodeURIComponent(url).toLowerCase();
  } catch {
    return url.toLowerCase();
  }
};
