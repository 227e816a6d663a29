import { addStaff, codeOf, presetApp, stepOf } from "#app/auth/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { StaffRole } from "#workflows/roles.ts";

/** How to sign in as one of the demonstration's staff. */
export interface DemoSignIn {
  name: string;
  email: string;
  roles: StaffRole[];
  password: string;
  /** Base32; the same for all of them, so that one entry in an authenticator app does. */
  totpSecret: string;
}

const TOTP_SECRET = "GANGWAYDEVELOPMENTSECRET23456723";

const people: [localPart: string, name: string, ...roles: StaffRole[]][] = [
  ["advisor", "서가온", "advisor"],
  ["reviewer", "김하람", "reviewer"],
  ["reviewer2", "이누리", "reviewer"],
  ["approver", "박도담", "approver"],
  ["integration", "최라온", "integration"],
  ["integration2", "정해든", "integration"],
  ["admin", "한아름", "admin"],
  ["auditor", "윤슬기", "auditor"],
];

/** The sign-ins of the demonstration, without asking whether they are there. */
export const demoStaff: readonly DemoSignIn[] = people.map(([localPart, name, ...roles]) => ({
  name,
  email: `${localPart}@gangway.example`,
  roles,
  password: `harbour-lamp-${localPart}`,
  totpSecret: TOTP_SECRET,
}));

/** Passwords that stand in the source are for machines where nothing is real. */
export class NotInProduction extends Error {
  constructor() {
    super("The demonstration's staff have passwords that everybody can read: production never makes them.");
    this.name = "NotInProduction";
  }
}

/**
 * Makes the demonstration's staff, one for each role and a second where two are needed; those already there stay as they are.
 *
 * @returns how to sign in, for the start command to print
 * @throws NotInProduction
 */
export async function seedStaff(
  platform: Pick<Platform, "pool" | "now" | "config" | "vault">,
): Promise<readonly DemoSignIn[]> {
  if (platform.config.mode === "production") throw new NotInProduction();
  const { rows } = await platform.pool.query<{ email: string }>("select email from users where email = any($1)", [
    demoStaff.map(({ email }) => email),
  ]);
  const known = new Set(rows.map(({ email }) => email));
  for (const { email, name, roles, password, totpSecret } of demoStaff) {
    const userId = known.has(email)
      ? null
      : await addStaff(platform, { email, name, lang: "ko", roles, password, by: "seed" });
    if (userId) await presetApp(platform, { userId, secret: totpSecret });
  }
  return demoStaff;
}

/** What an authenticator app would show for the demonstration's staff now: a newcomer gets in without installing one. */
export const demoCode = ({ now }: Pick<Platform, "now">): string => codeOf(TOTP_SECRET, stepOf(now()));
