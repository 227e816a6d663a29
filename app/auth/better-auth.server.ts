import { passkey } from "@better-auth/passkey";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { newId } from "#app/platform/ids.ts";
import { ADDRESS_HEADER } from "./address-header.ts";
import { cookieName, isHttps } from "./cookies.server.ts";
import { HALF_SESSION, lifetimes } from "./lifetimes.ts";
import type { Reception } from "./parts.ts";
import { hashPassword, verifyPassword } from "./password.server.ts";
import { LONGEST, SHORTEST } from "./password-length.ts";
import { reception } from "./reception.server.ts";

/**
 * better-auth as Gangway uses it: people, passwords, passkeys, sessions and their cookies. None of its routes is mounted; the actions of
 * our own pages call it. Mailed codes, the authenticator app and the limits are our own (docs/decisions/030-what-better-auth-does-here.md says why).
 */
export const makeAuth = ({ db, now, config }: Reception) =>
  betterAuth({
    appName: "Gangway",
    baseURL: config.publicUrl,
    secret: config.sessionSecret,
    database: prismaAdapter(db, { provider: "postgresql" }),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    user: {
      additionalFields: {
        kind: { type: "string", input: false, required: false },
        lang: { type: "string", input: false, required: false },
      },
    },
    session: {
      expiresIn: lifetimes.merchant.whole / 1000,
      disableSessionRefresh: true,
      freshAge: 0,
      additionalFields: {
        secondFactorAt: { type: "date", input: false, required: false },
        seenAt: { type: "date", input: false, required: false },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST,
      maxPasswordLength: LONGEST,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    databaseHooks: {
      session: {
        create: {
          /** Times come from the platform's clock; a password alone makes half a session, a passkey a whole one. */
          before: async (session, context) => {
            const at = now();
            const times = { createdAt: at, updatedAt: at, seenAt: at };
            const until = (ms: number) => new Date(at.getTime() + ms);
            switch (context?.path) {
              case "/sign-in/email":
                return { data: { ...session, ...times, expiresAt: until(HALF_SESSION), secondFactorAt: null } };
              case "/passkey/verify-authentication":
                return { data: { ...session, ...times, expiresAt: until(lifetimes.staff.whole), secondFactorAt: at } };
              default: // `beginSession`, which says so itself
                return { data: { ...session, ...times } };
            }
          },
        },
      },
    },
    advanced: {
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // The prefix is ours (`__Host-`), not better-auth's weaker `__Secure-`.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isHttps(config), httpOnly: true, sameSite: "lax", path: "/" },
      cookies: {
        session_token: { name: cookieName("session", config) },
        passkey: { name: cookieName("passkey", config) },
      },
    },
    plugins: [
      passkey({
        rpName: "Gangway",
        origin: config.publicUrl,
        authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
        advanced: { webAuthnChallengeCookie: "passkey" },
        // A key that was merely touched says that somebody has it, not who: the plugin itself would let that pass.
        registration: { afterVerification: ({ verification }) => insist(verification.registrationInfo?.userVerified) },
        authentication: {
          afterVerification: ({ verification }) => insist(verification.authenticationInfo.userVerified),
        },
      }),
      reception(),
    ],
  });

export type Auth = ReturnType<typeof makeAuth>;

/** @throws APIError 401 when the passkey did not check who holds it (PIN, finger, face) */
function insist(isVerified: boolean | undefined): void {
  if (!isVerified) throw new APIError("UNAUTHORIZED", { message: "The passkey did not verify its holder." });
}
