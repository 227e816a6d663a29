import type { SiteRequirement } from "#workflows/site/requirements.ts";
import { APP_PICTURES } from "../app-pictures.ts";
import type { Archive } from "../archive/archive.ts";
import { businessFields } from "../business/fields.ts";
import type { BusinessData, Notice, RequirementResult } from "../report.schema.ts";
import { restrictedHints } from "../restricted/hints.ts";
import type { PageJudgement } from "./judge-page.ts";
import { silent } from "./results.ts";

/**
 * What can be said of a shop that sells inside an app: nothing is met and nothing is missing, a person looks at the
 * pictures. The store's own page is evidence of the app, not of the merchant: its company, terms and prices are the store's.
 */
export function inApp(archive: Archive, pages: PageJudgement[]) {
  const front = pages[0];
  const title = front ? (front.page.heading || front.page.title).slice(0, 240) : "";
  const evidence = front ? [{ url: front.url, quote: title, selector: "", shot: null }] : [];
  const pictures = archive.pictures ?? [];
  const resultFor = (name: SiteRequirement): RequirementResult => {
    const sent = pictures.filter(({ shows }) => shows === name).length;
    return {
      ...silent(name, "app.pictures", "unsure", sent > 0 ? "appPictures" : "appOnly", 0.5),
      // With pictures there is nothing left to do but to look at them.
      ...(sent > 0 ? { fix: null } : {}),
      url: front?.url ?? null,
      evidence,
      facts: { pictures: sent },
    };
  };
  const requirements: Record<SiteRequirement, RequirementResult> = {
    products: resultFor("products"),
    shippingPolicy: resultFor("shippingPolicy"),
    refundPolicy: resultFor("refundPolicy"),
    checkout: resultFor("checkout"),
  };
  const app = {
    name: title,
    price: null,
    currency: null,
    url: front?.url ?? archive.origin,
    foundOn: front?.url ?? archive.origin,
    soldOut: false,
    selector: "",
    quote: title,
    source: "detail" as const,
  };
  const notices: Notice[] =
    archive.origin === APP_PICTURES ? [{ code: "appNotListed", severity: "before", facts: {}, evidence: [] }] : [];
  return {
    requirements,
    business: Object.fromEntries(businessFields.map((field) => [field, null])) as BusinessData,
    businessFound: [],
    tokushoho: { present: false, items: [], url: null },
    products: [],
    notices,
    restricted: restrictedHints([], title === "" ? [] : [app]),
  };
}
