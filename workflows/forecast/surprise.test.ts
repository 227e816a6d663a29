import { expect, test } from "vitest";
import { policyOf } from "../kyc/policies.ts";
import { plainProfile } from "../kyc/profile.ts";
import type { ChannelLine } from "../onboarding/events.ts";
import { compareForecasts, forecast } from "./forecast.ts";
import { knownFromInquiry, knownFromProfile } from "./known.ts";
import { randomFrom } from "./random.ts";
import { randomWalker, walkOne } from "./walk.ts";

const line = (channel: string, more: Partial<ChannelLine> = {}): ChannelLine => ({
  channel,
  country: "VN",
  currency: "VND",
  methods: ["A_METHOD"],
  preScreen: false,
  refund: true,
  sandbox: true,
  ...more,
});
const lines = [
  line("ZALOPAY"),
  line("INICIS_JP", { preScreen: true, refund: false, sandbox: false }),
  line("KICC_V2", { refund: false }),
  line("PAYMENTWALL_KR"),
  line("PAYLETTER", { preScreen: true }),
];
const policy = policyOf("2026-08");
const ids = (of: ReturnType<typeof forecast>, when?: string) =>
  of.flatMap((expected) => (when === undefined || expected.when === when ? [expected.id] : []));

test("random merchants walked to the end meet nothing that was not foretold, and all that was certain", () => {
  for (let seed = 0; seed < 300; seed++) {
    const random = randomFrom(seed);
    const { surprises, idle, isLive } = walkOne(random, randomWalker(random, lines));
    expect({ seed, surprises, idle, isLive }).toEqual({ seed, surprises: [], idle: [], isLive: true });
  }
}, 60_000);

test("an answer that was wrong does surprise: the walk can tell", () => {
  let surprised = 0;
  for (let seed = 0; seed < 40; seed++) {
    const random = randomFrom(seed);
    const walker = randomWalker(random, lines);
    const told = {
      ...walker,
      applicantType: "krSoleProprietor" as const,
      home: "KR",
      industries: [],
      lines: [lines[0]!],
    };
    const foretold = new Set(ids(forecast(policy, knownFromInquiry(told, [], told.lines))));
    const truth = ids(forecast(policy, knownFromInquiry(walker, walker.industries, walker.lines)), "certain");
    if (truth.some((id) => !foretold.has(id))) surprised++;
  }
  expect(surprised).toBeGreaterThan(20);
});

test("what hangs on an answer not given yet is foretold with its condition", () => {
  const known = knownFromInquiry({ applicantType: "krCorporation", home: "KR" }, [], [lines[0]!]);
  const told = forecast(policy, known);
  const find = (id: string) => told.find((expected) => expected.id === id);
  expect(find("doc:registerExtract")).toMatchObject({ when: "certain", duty: "required" });
  expect(find("doc:powerOfAttorney")).toMatchObject({ when: "possible", conditions: [{ signer: ["agent"] }] });
  expect(find("doc:mailOrderReport")).toMatchObject({ when: "possible", conditions: [{ mailOrder: ["reported"] }] });
  expect(find("doc:incorporationCertificate")).toBeUndefined();
  expect(find("wait:onboarding/preScreening")).toBeUndefined();
  expect(find("do:onboarding/application.kyc.rejected")).toMatchObject({ when: "possible", because: "kycRejected" });
});

test("a PSP that screens first makes the wait certain", () => {
  const told = forecast(policy, knownFromInquiry({ applicantType: null, home: null }, [], [lines[1]!]));
  expect(told.find(({ id }) => id === "wait:onboarding/preScreening")).toMatchObject({
    when: "certain",
    because: null,
  });
  expect(ids(told)).not.toContain("test:testInstruments");
});

test("the profile settles what the inquiry left open", () => {
  const profile = plainProfile("krCorporation", { signer: "agent", people: [{ id: "p1", roles: ["representative"] }] });
  const told = forecast(policy, knownFromProfile(profile, [lines[0]!]));
  expect(ids(told, "certain")).toContain("doc:powerOfAttorney");
  expect(
    told.filter(({ kind, when }) => kind === "document" && when === "possible").map(({ because }) => because),
  ).toEqual([]);
});

test("from sole trader to company: what still counts is kept, what falls away is named", () => {
  const of = (applicantType: "krSoleProprietor" | "krCorporation") =>
    forecast(policy, knownFromProfile(plainProfile(applicantType), [lines[0]!]));
  const given = ["doc:businessRegistration", "doc:personalSealCertificate#p1", "doc:bankbookCopy"];
  const { kept, added, dropped } = compareForecasts(of("krSoleProprietor"), of("krCorporation"), given);
  expect(kept).toEqual(expect.arrayContaining(["doc:businessRegistration", "doc:bankbookCopy"]));
  expect(added.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["doc:registerExtract", "doc:corporateSealCertificate"]),
  );
  expect(dropped.map(({ expected, wasGiven }) => [expected.id, wasGiven])).toEqual([
    ["doc:personalSealCertificate", true],
  ]);
});

test("from one PSP to another only what that PSP asks changes", () => {
  const of = (channel: ChannelLine) =>
    forecast(policy, knownFromProfile(plainProfile("krCorporation", { channels: [channel.channel] }), [channel]));
  const { added, dropped } = compareForecasts(of(lines[0]!), of(lines[2]!), []);
  expect(added.map(({ id }) => id)).toEqual(["doc:paymentPathCapture"]);
  expect(dropped.map(({ expected }) => expected.id)).toEqual(["test:refund"]);
});
