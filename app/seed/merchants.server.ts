import { Desk } from "#app/demo/desk.ts";
import { type DemoMerchant, shopkeeper } from "#app/demo/merchants.ts";
import type { Step } from "#app/demo/step.ts";
import { until } from "#app/demo/until.ts";
import { Voyage } from "#app/demo/voyage.ts";
import type { Platform } from "#app/platform/platform.ts";

/** A demo merchant, and how far it has come. */
export interface Walked {
  merchant: DemoMerchant;
  stage: "waits for an advisor" | "waits for the review" | "live";
}

/** The three demo merchants. @param shopUrl the demo shop, which all of them own for the day */
export const demoMerchants = (shopUrl: string): Walked[] => [
  {
    stage: "waits for an advisor",
    merchant: shopkeeper({
      email: "onnuri@merchant.example",
      company: "온누리공방 주식회사",
      companyEn: "Onnuri Craft Co., Ltd.",
      businessNumber: "218-81-01308",
      corporateNumber: "110111-0000028",
      person: "민온유",
      personLatin: "Min Onyu",
      website: "https://onnuri.example",
      selling: "전통 도자기와 나무 그릇을 팔아요.",
      shopUrl,
    }),
  },
  {
    stage: "waits for the review",
    merchant: shopkeeper({
      email: "dalbit@merchant.example",
      company: "달빛서가 주식회사",
      companyEn: "Dalbit Books Co., Ltd.",
      businessNumber: "305-87-42100",
      corporateNumber: "160111-0000036",
      person: "오달님",
      personLatin: "Oh Dalnim",
      website: "https://dalbit.example",
      selling: "한국 그림책과 문구를 팔아요.",
      shopUrl,
    }),
  },
  { stage: "live", merchant: shopkeeper({ email: "baramgyeol@merchant.example", shopUrl }) },
];

const stepsTo = (voyage: Voyage, stage: Walked["stage"]): Step[] => {
  if (stage === "live") return voyage.everything();
  if (stage === "waits for an advisor") return voyage.inquiry();
  return [...voyage.inquiry(), ...voyage.proposal(), ...voyage.documents()];
};

/**
 * Walks the demo merchants that are not there yet, through the doors that real ones use: over HTTP, once the server answers. One that
 * stopped on its way stays where it stopped, and holds nobody else up.
 *
 * @throws AggregateError with the step and the page's words of each that stopped
 */
export async function walkDemoMerchants(
  { pool, config, log }: Pick<Platform, "pool" | "config" | "log">,
  wanted: readonly Walked[],
): Promise<void> {
  const { rows } = await pool.query<{ email: string }>("select email from users where email = any($1)", [
    wanted.map(({ merchant }) => merchant.email),
  ]);
  const known = new Set(rows.map(({ email }) => email));
  const missing = wanted.filter(({ merchant }) => !known.has(merchant.email));
  if (missing.length === 0) return;
  const answers = async () => (await fetch(`${config.publicUrl}/sign-in`).catch(() => null))?.ok;
  await until("the server", answers, { withinMs: 120_000, everyMs: 300 });
  const desk = new Desk(config.publicUrl);
  const stopped: Error[] = [];
  for (const { merchant, stage } of missing) {
    try {
      for (const { name, act } of stepsTo(new Voyage(config.publicUrl, merchant, desk), stage)) {
        await act().catch((cause: unknown) => {
          throw new Error(`demo merchant ${merchant.email}: "${name}" failed`, { cause });
        });
      }
      log.info({ email: merchant.email, stage }, "demo merchant is there");
    } catch (error) {
      stopped.push(error as Error);
    }
  }
  if (stopped.length > 0) throw new AggregateError(stopped, stopped.map(({ message }) => message).join("; "));
}
