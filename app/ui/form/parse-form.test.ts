import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseForm } from "./parse-form.ts";
import { sentenceOf } from "./problem.ts";

const posted = (...pairs: [string, string | File][]): FormData => {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
};

const Person = z.object({ name: z.string().trim().min(1, "name.missing"), share: z.coerce.number<string>().min(25) });
const Application = z.object({
  legalName: z.string().trim().min(1, "legalName.missing"),
  countries: z.array(z.enum(["VN", "ID", "JP"])).min(1),
  people: z.array(Person),
  isListed: z.boolean(),
  terms: z.literal(true),
  note: z.string().optional(),
  closedOn: z.iso.date().nullable(),
});

const good: [string, string][] = [
  ["legalName", " Acme "],
  ["countries", "VN"],
  ["people.0.name", "Kim"],
  ["people.0.share", "60"],
  ["people.1.name", "Lee"],
  ["people.1.share", "40"],
  ["terms", "on"],
  ["note", ""],
  ["closedOn", ""],
];

describe("what a form says becomes what the schema means", () => {
  test("names nest by dots, one tick of many is a list, no tick is no, an empty answer is none", () => {
    expect(parseForm(Application, posted(...good))).toEqual({
      ok: true,
      value: {
        legalName: "Acme",
        countries: ["VN"],
        people: [
          { name: "Kim", share: 60 },
          { name: "Lee", share: 40 },
        ],
        isListed: false,
        terms: true,
        closedOn: null,
      },
    });
  });

  test("a name given twice is a list, in the order of the page", () => {
    const answer = parseForm(Application, posted(...good, ["countries", "JP"], ["isListed", "on"]));
    expect(answer).toMatchObject({ ok: true, value: { countries: ["VN", "JP"], isListed: true } });
  });

  test("numbers are read with their thousands, and an empty box is not zero", () => {
    const Sales = z.object({ usd: z.number(), share: z.coerce.number<string>("share.missing").min(0) });
    expect(parseForm(Sales, posted(["usd", "1,200,000"], ["share", "12.5"]))).toEqual({
      ok: true,
      value: { usd: 1_200_000, share: 12.5 },
    });
    expect(parseForm(Sales, posted(["usd", ""], ["share", ""]))).toMatchObject({
      ok: false,
      errors: { usd: "form.missing", share: "share.missing" },
    });
  });

  test("of several kinds of answer the one that was posted is read by its own rules", () => {
    const Decision = z.discriminatedUnion("type", [
      z.object({ type: z.literal("ACCEPT") }),
      z.object({ type: z.literal("REFUSE"), reasons: z.array(z.string()) }),
    ]);
    expect(parseForm(Decision, posted(["type", "REFUSE"], ["reasons", "blurred"]))).toEqual({
      ok: true,
      value: { type: "REFUSE", reasons: ["blurred"] },
    });
    expect(parseForm(Decision, posted(["type", "APPROVE"]))).toMatchObject({ ok: false });
  });

  test("default, refined and piped schemas are read by what is inside them", () => {
    const Piped = z
      .object({ band: z.enum(["small", "large"]).default("small"), tags: z.array(z.string()).readonly() })
      .refine(({ tags }) => tags.length < 3, { path: ["tags"], error: "tags.tooMany" });
    expect(parseForm(Piped, posted(["band", ""], ["tags", "a"]))).toEqual({
      ok: true,
      value: { band: "small", tags: ["a"] },
    });
    expect(parseForm(Piped, posted(["tags", "a"], ["tags", "b"], ["tags", "c"]))).toMatchObject({
      ok: false,
      errors: { tags: "tags.tooMany" },
    });
  });
});

describe("what is wrong", () => {
  test("one message key stands at each field, and what was typed comes back", () => {
    const answer = parseForm(
      Application,
      posted(["legalName", "  "], ["people.0.name", ""], ["people.0.share", "7"], ["closedOn", "soon"]),
    );
    expect(answer).toEqual({
      ok: false,
      values: { legalName: "  ", people: [{ name: "", share: "7" }], closedOn: "soon" },
      errors: {
        legalName: "legalName.missing",
        countries: "form.chooseOne",
        "people.0.name": "name.missing",
        "people.0.share": "form.tooSmall:25",
        terms: "form.mustAgree",
        closedOn: "form.notADate",
      },
    });
  });

  test("passwords and files do not come back", () => {
    const SignIn = z.object({ email: z.email(), password: z.string().min(15) });
    const form = posted(["email", "a"], ["password", "secret"], ["file", new File(["x"], "x.pdf")]);
    expect(parseForm(SignIn, form, { forget: ["password"] })).toMatchObject({ ok: false, values: { email: "a" } });
    expect(JSON.stringify(parseForm(SignIn, form, { forget: ["password"] }))).not.toMatch(/secret|pdf/);
  });

  test("names that reach for a prototype, or too deep, change nothing", () => {
    const Loose = z.looseObject({});
    const form = posted(
      ["__proto__.polluted", "1"],
      ["constructor.prototype.polluted", "1"],
      ["a.b.c.d.e.f.g.h.i", "1"],
      ["ok", "1"],
    );
    expect(parseForm(Loose, form)).toEqual({ ok: true, value: { ok: "1" } });
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  test("a huge index makes no huge list", () => {
    const answer = parseForm(z.looseObject({}), posted(["people.4000000000.name", "x"]));
    expect(answer).toEqual({ ok: true, value: { people: { "4000000000": { name: "x" } } } });
  });

  test("no sentence of zod's own reaches a person", () => {
    const Everything = z.object({
      text: z.string().min(3).max(5),
      list: z.array(z.string()).max(1),
      url: z.url(),
      code: z.string().regex(/^\d+$/),
      day: z.iso.date(),
      amount: z.number().max(10),
      kind: z.enum(["a", "b"]),
    });
    for (const form of [
      posted(),
      posted(["text", "x"], ["list", "1"], ["list", "2"], ["url", "x"], ["code", "x"], ["amount", "x"], ["kind", "c"]),
    ]) {
      const answer = parseForm(Everything, form);
      expect(answer.ok).toBe(false);
      for (const key of Object.values(answer.ok ? {} : answer.errors)) expect(key).toMatch(/^form\.\w+(:\d+)?$/);
    }
  });
});

describe("a message key becomes a sentence", () => {
  test("the room's own before the common one, with the number where it belongs", () => {
    const problems = { "legalName.missing": "Who are you?", "files.tooMany": (max: string) => `${max} at most` };
    expect(sentenceOf("legalName.missing", "en", problems)).toBe("Who are you?");
    expect(sentenceOf("files.tooMany:5", "en", problems)).toBe("5 at most");
    expect(sentenceOf("form.tooLong:200", "en")).toBe("At most 200 characters fit here. Please shorten it.");
    expect(sentenceOf("form.tooShort:2", "ko")).toBe("2자 이상 적어 주세요.");
  });

  test("an unknown key still says something a person can act on", () => {
    expect(sentenceOf("what.ever", "en")).toBe("Look at this answer again.");
  });
});
