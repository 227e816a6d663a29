import { makePartner } from "#app/partners/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";

/** A platform that sends merchants, for looking at partners' pages: its first page is /p/demo-mall. Made once. */
export async function seedPartner(platform: Pick<Platform, "pool" | "now">): Promise<void> {
  await makePartner(platform, {
    by: "seed",
    facts: {
      slug: "demo-mall",
      nameKo: "데모몰",
      nameEn: "Demo Mall",
      wordmark: "DemoMall",
      accent: "#5b2a86",
      contactName: "한가람",
      contactMail: "partner@demo-mall.example",
      masterName: "Demo Mall Master",
      masterKey: "DemoMallMasterKy",
    },
  });
}
