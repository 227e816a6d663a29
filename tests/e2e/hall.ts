import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { codeOf, stepOf } from "#app/auth/index.server.ts";
import { Mailbox } from "#app/demo/mailbox.ts";
import { type OwnServer, ownServer } from "#app/demo/own-server.ts";
import { openDatabase } from "#app/platform/db/database.server.ts";
import { type OpenDb, openDb } from "#app/platform/db/db.server.ts";
import { demoStaff } from "#app/seed/staff.server.ts";
import { openBrowser } from "#tests/browser.ts";
import { Screen } from "./screen.ts";

/** A whole Gangway as `npm start` brings it up, browsers in front of it, and its database to look into afterwards. */
export interface Hall extends AsyncDisposable {
  server: OwnServer;
  browser: Browser;
  mailbox: Mailbox;
  pool: OpenDb["pool"];
  db: OpenDb["db"];
  /** A person of the house, signed in with password and authenticator app. @param who local part of a demo address */
  staff(who: string, lang?: "ko" | "en"): Promise<Screen>;
  merchant(who: string, lang: "ko" | "en", width: 390 | 1440): Promise<Screen>;
  /** A merchant who is known already, signed in by a mailed code. */
  known(email: string, lang: "ko" | "en", width: 390 | 1440): Promise<Screen>;
}

export async function openHall(): Promise<Hall> {
  const stack = new AsyncDisposableStack();
  try {
    const server = stack.use(await ownServer());
    const config = { databaseUrl: null, dataDir: server.dataDir, mode: "development" as const };
    const database = stack.use(await openDatabase(config, process.cwd()));
    const { db, pool } = stack.use(openDb(database.url, { max: 2 }));
    const browser = await openBrowser();
    stack.defer(() => browser.close());
    const mailbox = new Mailbox(server.url);
    const merchant: Hall["merchant"] = (who, lang, width) => Screen.open(browser, server.url, { who, lang, width });
    return {
      server,
      browser,
      db,
      pool,
      mailbox,
      merchant,
      known: async (email, lang, width) => signInByCode(await merchant("merchant", lang, width), mailbox, email),
      staff: (who, lang = "en") => signIn(browser, server.url, pool, who, lang),
      [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose](),
    };
  } catch (error) {
    await stack[Symbol.asyncDispose]();
    throw error;
  }
}

async function signIn(
  browser: Browser,
  base: string,
  pool: OpenDb["pool"],
  who: string,
  lang: "ko" | "en",
): Promise<Screen> {
  const person = demoStaff.find(({ email }) => email.startsWith(`${who}@`))!;
  const screen = await Screen.open(browser, base, { who, lang, width: 1440 });
  await screen.go("/staff/sign-in");
  const password = screen.form("input[name=password]");
  await screen.fill(password, { email: person.email, password: person.password });
  await screen.submit(password);
  const factor = screen.form("input[name=code]");
  await screen.fill(factor, { code: codeOf(person.totpSecret, await freshStep(pool, person.email)) });
  await screen.submit(factor);
  return screen;
}

/**
 * A code is good once, and none older than it afterwards: whoever signs in again takes the next one, up to half a minute ahead of the
 * clock. The database knows which was the last: the same person may sit at another desk of the test.
 */
async function freshStep(pool: OpenDb["pool"], email: string): Promise<number> {
  const { rows } = await pool.query<{ step: string | null }>(
    "select f.last_step::text as step from second_factor f join users u on u.id = f.user_id where u.email = $1",
    [email],
  );
  const next = Math.max(stepOf(new Date()), Number(rows[0]?.step ?? 0) + 1);
  while (next > stepOf(new Date()) + 1) await sleep(500);
  return next;
}

async function signInByCode(screen: Screen, mailbox: Mailbox, email: string): Promise<Screen> {
  await mailbox.forget(email);
  await screen.go("/sign-in");
  const ask = screen.form("input[name=email]");
  await screen.fill(ask, { email });
  await screen.submit(ask);
  const answer = screen.form("input[name=code]");
  await screen.fill(answer, { code: await mailbox.code(email) });
  await screen.submit(answer);
  return screen;
}
