import type { Platform } from "#app/platform/platform.ts";

/** @throws a 404 Response where letters really leave, and in production: the mailbox exists only where nothing else receives them */
export function onlyInDevelopment({ config }: Pick<Platform, "config">): void {
  if (config.mode === "production" || config.smtpUrl) throw new Response(null, { status: 404 });
}

/** The newest hundred letters that would have left, newest first; to one address when given. */
export const devLetters = ({ db }: Pick<Platform, "db">, to: string | null) =>
  db.devMail.findMany({
    where: to ? { to: { contains: to, mode: "insensitive" } } : {},
    orderBy: { sentAt: "desc" },
    take: 100,
    select: { id: true, to: true, subject: true, sentAt: true },
  });

export const devLetter = ({ db }: Pick<Platform, "db">, id: string) => db.devMail.findUnique({ where: { id } });
