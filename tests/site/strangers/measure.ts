import type { Archive } from "#app/site/archive/archive.ts";
import { pageOf } from "#app/site/archive/folder.server.ts";
import { judge } from "#app/site/judge/judge.ts";
import { judgePage } from "#app/site/judge/judge-page.ts";
import { pageLine } from "#app/site/judge-command.server.ts";
import { Tally } from "../score.ts";
import { secondPages, secondShops } from "./second/second.ts";
import { asked, type Mark, strangePages, strangeShops } from "./strangers.ts";

/** The first set is spent (docs/decisions/080); the second was written blind after it. */
export const sets = {
  first: { pages: strangePages, shops: strangeShops },
  second: { pages: secondPages, shops: secondShops },
};

export interface Miss {
  who: string;
  what: string;
  truth: string;
  said: string;
  lang: string;
}

export interface Measured {
  tallies: Map<string, Tally>;
  misses: Miss[];
}

/** A postcode in front of an address may be read or left: both are what the page says. */
const POSTCODE = /^(?:〒\s?\d{3}-?\d{4}|\(?\d{5}\)?(?=\s*[가-힣]))\s*/;
const plain = (text: string) =>
  text
    .replace(POSTCODE, "")
    .normalize("NFKC")
    .replace(/[\s,.·()-]/g, "")
    .toLowerCase();

/** What the judge says of the strangers beside what a person says. `held` picks the part of the set that was put aside. */
export function measure(held: boolean, set: keyof typeof sets = "first"): Measured {
  const { pages, shops } = sets[set];
  const tallies = new Map<string, Tally>();
  const misses: Miss[] = [];
  const tally = (name: string) => tallies.get(name) ?? tallies.set(name, new Tally()).get(name)!;
  const note = (scope: string, lang: string, who: string, what: string, mark: Mark, met: boolean, said: string) => {
    if (mark !== "*")
      for (const key of [`${scope}.${what}`, `${scope}.${what}/${lang}`]) tally(key).add(mark === "+", met);
    if (mark !== "*" && (mark === "+") !== met) misses.push({ who, what: `${scope}.${what}`, truth: mark, said, lang });
  };

  for (const page of pages().filter(({ heldOut }) => heldOut === held)) {
    const line = pageLine(
      judgePage(
        pageOf(`https://stranger.example${page.path ?? `/${page.name}`}`, page.bytes, page.contentType, 200, page.name),
      ),
    );
    for (const name of asked)
      note("page", page.lang, page.name, name, page.truth[name], line[name] === true, String(line[name]));
    note(
      "page",
      page.lang,
      page.name,
      "tokushoho",
      page.tokushoho ? "+" : "-",
      line.tokushoho.present,
      String(line.tokushoho.present),
    );
    for (const field of ["companyName", "bizRegNo", "representative", "address", "phone", "mailOrderNo"] as const) {
      const truth = page.company[field] ?? null;
      if (truth === "*") continue;
      const found = line.businessInfo[field];
      const same =
        truth !== null &&
        found !== null &&
        truth.split(" || ").some((either) => plain(String(found)) === plain(either));
      tally("page.business").add(truth !== null, same);
      if (found !== null && !same) tally("page.business").add(false, true);
      if (truth === null ? found !== null : !same)
        misses.push({
          who: page.name,
          what: `business.${field}`,
          truth: String(truth),
          said: String(found),
          lang: page.lang,
        });
    }
    for (const field of ["bizRegNoValid", "phoneIsMobile"] as const) {
      const truth = page.company[field];
      if (truth === undefined || truth === "*") continue;
      const found = line.businessInfo[field];
      tally(`page.${field}`).add(truth === "true", found === true);
      if ((truth === "true") !== (found === true))
        misses.push({ who: page.name, what: `business.${field}`, truth, said: String(found), lang: page.lang });
    }
  }

  for (const shop of shops().filter(({ heldOut }) => heldOut === held)) {
    const origin = `https://${shop.name}.example`;
    const archive: Archive = {
      origin,
      pages: shop.pages.map(({ url, bytes, contentType, file }) => pageOf(origin + url, bytes, contentType, 200, file)),
      unreachable: [],
      leftOut: 0,
      robots: "none",
    };
    const { requirements } = judge(archive, "unknown");
    for (const name of asked) {
      const { verdict, reason } = requirements[name]!;
      note(
        "site",
        shop.lang,
        shop.name,
        name,
        shop.truth[name],
        verdict === "fulfilled",
        `${verdict} ${JSON.stringify(reason)}`,
      );
    }
  }
  return { tallies, misses };
}
