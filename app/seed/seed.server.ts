import { loadCatalogue } from "#app/catalogue/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { demoMerchants, walkDemoMerchants } from "./merchants.server.ts";
import { seedPartner } from "./partners.server.ts";
import { seedStaff } from "./staff.server.ts";

/** How a visitor of the demonstration gets in. */
export interface Seeded {
  signIns: { who: string; email: string; password?: string; note?: string }[];
  /** Where the demo shop is, for site checks to visit. */
  shop?: string;
}

/**
 * What a demonstration needs, made once; a second start finds it and changes nothing. The demo merchants are on their way while the
 * server already answers: they need its pages.
 *
 * @param shop null where no demo shop could be opened: then nobody can pass a site check, and no merchant is walked
 */
export async function seed(platform: Platform, shop: { url: string } | null): Promise<Seeded> {
  await loadCatalogue(platform);
  const staff = await seedStaff(platform);
  await seedPartner(platform);
  const merchants = shop && platform.config.demoMerchants ? demoMerchants(shop.url) : [];
  walkDemoMerchants(platform, merchants).catch((err: unknown) =>
    platform.log.warn({ err }, "a demo merchant stopped on its way"),
  );
  return {
    signIns: [
      ...staff.map(({ name, email, roles, password, totpSecret }) => ({
        who: `${name} (${roles.join(", ")})`,
        email,
        password,
        note: `code: on the mailbox page, or an authenticator app with ${totpSecret}`,
      })),
      ...merchants.map(({ merchant, stage }) => ({
        who: `${merchant.person} (merchant)`,
        email: merchant.email,
        note: `mailed code, see the mailbox; ${stage} (there a minute after the first start)`,
      })),
    ],
  };
}
