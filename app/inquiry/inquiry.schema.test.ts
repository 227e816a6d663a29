import { expect, test } from "vitest";
import { parseForm } from "#app/ui/form/parse-form.ts";
import { factsOf, ticketOf } from "./facts.ts";
import { Business, Contact, Inquiry, Sales, Ways, Where } from "./inquiry.schema.ts";

const errorsOf = (schema: Parameters<typeof parseForm>[0], fields: [string, string][]) => {
  const parsed = parseForm(schema, fields);
  return parsed.ok ? {} : parsed.errors;
};

const sales: [string, string][] = [
  ["band", "100k"],
  ["ticket", "30,000"],
  ["ticketCurrency", "KRW"],
  ["mode", "oneTime"],
  ["goods", "physical"],
  ["selling", "Korean skincare"],
  ["delivery", "week"],
  ["settlement", "KRW"],
];
const business: [string, string][] = [
  ["applicantType", "krCorporation"],
  ["home", "KR"],
  ["companyName", "Acme"],
  ["businessNumber", "123-81-67899"],
  ["serviceUrl", "acme.example"],
  ["platform", "own"],
  ["contractor", "self"],
];
const contact: [string, string][] = [
  ["name", "Lee"],
  ["phone", "+82 2-123-4567"],
  ["email", " Lee@Acme.Example "],
  ["consent", "on"],
];
const without = (fields: [string, string][], name: string) => fields.filter(([field]) => field !== name);
const withField = (fields: [string, string][], name: string, value: string): [string, string][] => [
  ...without(fields, name),
  [name, value],
];

test("a form says countries and, nested in them, ways to pay", () => {
  const parsed = parseForm(Ways, [
    ["wishes.0.country", "VN"],
    ["wishes.0.brands", "zalopay"],
    ["wishes.1.country", "ID"],
    ["wishes.1.brands", "linkaja"],
    ["wishes.1.brands", "dana"],
    ["wishes.2.country", "JP"],
    ["wishes.2.suggest", "on"],
  ]);
  expect(parsed).toEqual({
    ok: true,
    value: {
      wishes: [
        { country: "VN", brands: ["zalopay"], suggest: false },
        { country: "ID", brands: ["linkaja", "dana"], suggest: false },
        { country: "JP", brands: [], suggest: true },
      ],
    },
  });
});

test("a country with no way to pay and no wish for advice is asked about, at that country", () => {
  expect(errorsOf(Ways, [["wishes.0.country", "VN"]])).toEqual({ "wishes.0.brands": "brands.missing" });
  expect(errorsOf(Where, [])).toEqual({ countries: "countries.missing" });
});

test.each([
  [Sales, sales],
  [Business, business],
  [Contact, contact],
])("a whole section is taken", (schema, fields) => {
  expect(errorsOf(schema, fields)).toEqual({});
});

test.each([
  [Sales, without(sales, "band"), "band", "band.missing"],
  [Sales, withField(sales, "ticket", "about 30"), "ticket", "ticket.wrong"],
  [Sales, withField(sales, "ticket", "30.50"), "ticket", "ticket.noDecimals"],
  [Sales, withField(sales, "selling", "  "), "selling", "selling.missing"],
  [Business, withField(business, "home", "SG"), "home", "home.notKorea"],
  [Business, withField(business, "applicantType", "foreignCorporation"), "home", "home.isKorea"],
  [Business, without(business, "businessNumber"), "businessNumber", "businessNumber.missing"],
  [Business, withField(business, "serviceUrl", "not an address"), "serviceUrl", "url.wrong"],
  [Business, withField(business, "serviceUrl", "javascript:alert(1)"), "serviceUrl", "url.wrong"],
  [Business, without(business, "serviceUrl"), "serviceUrl", "serviceUrl.missing"],
  [Contact, withField(contact, "email", "lee"), "email", "form.notEmail"],
  [Contact, withField(contact, "phone", "call me"), "phone", "phone.wrong"],
  [Contact, without(contact, "consent"), "consent", "consent.missing"],
] as const)("what is wrong is said at its field: %#", (schema, fields, name, key) => {
  expect(errorsOf(schema, fields as [string, string][])).toEqual({ [name]: key });
});

const whole = () =>
  Inquiry.parse({
    ways: { wishes: [{ country: "VN", brands: ["zalopay"], suggest: false }] },
    sales: { ...Object.fromEntries(sales), trades: [] },
    business: Object.fromEntries(business),
    contact: { ...Object.fromEntries(contact), consent: true },
  });

test("answers that contradict each other are said where they can be put right", () => {
  const { sales, business, ...rest } = whole();
  const judged = Inquiry.safeParse({
    ...rest,
    sales: { ...sales, mode: "recurring" },
    business: { ...business, platform: "shopify" },
  });
  expect(judged.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["sales.mode", "mode.notOnShopify"],
  ]);
});

test("an address without a scheme is meant to be https, an e-mail is kept in small letters", () => {
  expect(whole().business.serviceUrl).toBe("https://acme.example");
  expect(whole().contact.email).toBe("lee@acme.example");
});

test("an inquiry becomes facts in minor units", () => {
  const minorUnits = (currency: string) => (currency === "USD" ? 2 : 0);
  expect(factsOf(whole(), minorUnits)).toMatchObject({
    wants: [{ country: "VN", brand: "zalopay" }],
    ticket: { amountMinor: 30_000, currency: "KRW" },
    recurring: false,
    band: "100k",
  });
  expect(ticketOf("1,029.9", "USD", minorUnits)).toEqual({ amountMinor: 102_990, currency: "USD" });
  expect(ticketOf(undefined, "USD", minorUnits)).toBeNull();
});
