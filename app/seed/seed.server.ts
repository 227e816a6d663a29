import { loadCatalogue } from "#app/catalogue/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { Seeded } from "#app/server/app.server.ts";
import { seedStaff } from "./staff.server.ts";

/** What a demonstration needs, made once; a second start finds it and changes nothing. */
export async function seed(platform: Platform, _shop: { url: string } | null): Promise<Seeded> {
  await loadCatalogue(platform);
  const staff = await seedStaff(platform);
  const secret = staff[0]?.totpSecret;
  return {
    signIns: staff.map(({ name, email, roles, password }, place) => ({
      who: `${name} (${roles.join(", ")})`,
      email,
      password,
      note: place === 0 ? `authenticator app: ${secret}` : undefined,
    })),
  };
}
