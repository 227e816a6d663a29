import { pino } from "pino";
import type { Platform } from "#app/platform/platform.ts";
import { aesVault } from "#app/platform/vault/aes-vault.server.ts";
import { testConfig } from "#tests/config.ts";
import { sendCode, verifyCode } from "../code.server.ts";
import { confirmApp, passSecondFactor } from "../second-factor.server.ts";
import { signInStaff } from "../staff-sign-in.server.ts";
import { viewerOf } from "../viewer.server.ts";

/** For tests: an entrance hall with a clock to turn, a mailbox to look into, and browsers that keep cookies. */
export function hall(
  own: Pick<Platform, "db" | "pool">,
  { publicUrl = "https://gangway.example", at = new Date("2026-11-23T01:00:00Z") } = {},
) {
  const mails: { to: string; subject: string; text: string; html: string }[] = [];
  const config = testConfig({ publicUrl });
  const platform = {
    ...own,
    now: () => at,
    config,
    vault: aesVault(config.encryptionKeys),
    log: pino({ level: "silent" }),
    mailer: { send: async (mail: (typeof mails)[number]) => ({ messageId: String(mails.push(mail)) }) },
  };
  return {
    platform,
    mails,
    browser: () => openBrowser(platform),
    /** The six digits of the newest letter. */
    code: () => /\d{6}/.exec(mails.at(-1)?.subject ?? "")?.[0] ?? "none",
    turn: (ms: number) => {
      at = new Date(at.getTime() + ms);
    },
  };
}

export type Hall = ReturnType<typeof hall>;
export const MINUTE = 60_000;

function openBrowser(platform: Hall["platform"]) {
  const jar = new Map<string, string>();
  const request = (path = "/", init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set("Cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    headers.set("Origin", platform.config.publicUrl);
    return new Request(`${platform.config.publicUrl}${path}`, { ...init, headers });
  };
  const keep = <T extends { ok: boolean; headers?: Headers }>(answer: T): T => {
    for (const cookie of answer.headers?.getSetCookie() ?? []) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split(/=(.*)/s);
      if (/Max-Age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  const ip = "203.0.113.7";
  return {
    jar,
    request,
    keep,
    ask: async (email: string, from = ip) =>
      keep(await sendCode(platform, { email, lang: "ko", request: request(), ip: from })),
    type: async (email: string, code: string, from = ip) =>
      keep(await verifyCode(platform, { email, code, request: request(), ip: from })),
    password: async (email: string, password: string, from = ip) =>
      keep(await signInStaff(platform, { email, password, request: request(), ip: from })),
    second: async (code: string) => keep(await passSecondFactor(platform, { request: request(), ip, code })),
    confirm: async (code: string) => keep(await confirmApp(platform, { request: request(), ip, code })),
    viewer: () => viewerOf(platform, request()),
  };
}
