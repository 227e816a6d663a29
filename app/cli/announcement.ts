import { join, relative } from "node:path";
import type { Config } from "#app/platform/config/config.server.ts";
import type { Seeded } from "#app/seed/seed.server.ts";

interface Started {
  config: Config;
  what: "all" | "web" | "worker" | "dev";
  seeded: Seeded;
  seconds: number;
}

/** What the person who typed the command reads when everything is up: where to go and how to get in. */
export function announcement({ config, what, seeded, seconds }: Started): string {
  const isDemo = config.mode === "development";
  const web = what !== "worker";
  const lines: [string, string][] = [
    ...(web ? [["Pages", config.publicUrl] as [string, string]] : []),
    ...(web && !config.smtpUrl ? [["Mailbox", `${config.publicUrl}/dev/mail`] as [string, string]] : []),
    ...(seeded.shop ? [["Shop", `${seeded.shop} (a demo shop, for site checks)`] as [string, string]] : []),
    ...(isDemo ? [["Log", shortest(join(config.dataDir, "gangway.log"))] as [string, string]] : []),
  ];
  const signIns = seeded.signIns.map(({ who, email, password, note }) =>
    [who, email, password ?? "", note ?? ""]
      .map((text, place) => text.padEnd(widths(seeded)[place] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [
    "",
    `Gangway is up after ${seconds.toFixed(1)} s${what === "worker" ? " and works" : ""}. Ctrl-C stops it.`,
    "",
    ...lines.map(([name, text]) => `  ${name.padEnd(8)} ${text}`),
    ...(signIns.length > 0 ? ["", "  Demo sign-ins", ...signIns.map((line) => `    ${line}`)] : []),
    "",
  ].join("\n");
}

const widths = ({ signIns }: Seeded): number[] =>
  (["who", "email", "password"] as const).map((part) => Math.max(0, ...signIns.map((one) => one[part]?.length ?? 0)));

/** Paths inside of the project as the person would type them, others whole. */
const shortest = (path: string): string => {
  const inside = relative(process.cwd(), path);
  return inside.startsWith("..") ? path : inside;
};
