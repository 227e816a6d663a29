import type { BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shopkeeper } from "#app/demo/merchants.ts";
import { channelsOf, setUpTest } from "#app/demo/open-channels.ts";
import { Visitor } from "#app/demo/visitor.ts";
import { Voyage } from "#app/demo/voyage.ts";
import type { Lang } from "#app/i18n/words.ts";
import { staffRoles } from "#workflows/roles.ts";
import { type Hall, openHall } from "./hall.ts";
import { judge } from "./looks-judge.ts";
import { byKeyboard } from "./looks-keyboard.ts";
import { everyDesk, everyPage, newcomers, type Place, type Who } from "./looks-places.ts";
import { sentencesOf } from "./looks-words.ts";

type State = Exclude<BrowserContextOptions["storageState"], string | undefined>;

let hall: Hall;
const states = new Map<Who, State>();
let caseId: string;
let places: Place[];
let onPhones: Place[];
let onDesks: Place[];

beforeAll(async () => {
  hall = await openHall();
  const { url, shopUrl } = hall.server;
  const merchant = (who: string) => shopkeeper({ email: `${who}@baramgyeol.example`, shopUrl });
  const voyage = new Voyage(url, merchant("looks"));
  for (const role of staffRoles) states.set(role, stateOf(await voyage.desk.of(role), url));
  for (const { act } of [...voyage.inquiry(), ...voyage.proposal(), ...voyage.documents()]) await act();
  caseId = voyage.caseId;
  const [channelId = "", other = ""] = await channelsOf(voyage.visitor, caseId);
  await setUpTest(voyage.visitor, caseId, channelId);
  states.set("merchant", stateOf(voyage.visitor, url));

  // Somebody who has just been made an offer, and somebody in the middle of an inquiry.
  const offered = new Voyage(url, merchant("offered"), voyage.desk);
  for (const { act } of [...offered.inquiry(), offered.proposal()[0]!]) await act();
  states.set("offered", stateOf(offered.visitor, url));
  states.set("writing", stateOf(await halfWritten(url), url));

  const one = async (sql: string, values: unknown[] = []) =>
    (await hall.pool.query<{ id: string }>(sql, values)).rows[0]!.id;
  const params = {
    caseId,
    channelId,
    desk: "reviewer",
    country: "VN",
    channel: "ZALOPAY",
    brand: "zalopay",
    mailId: await one("select id from mail_outbox where case_id = $1 limit 1", [caseId]),
    slug: "demo-mall",
    partnerId: await one("select id from partner where slug = 'demo-mall'"),
    letter: await letterPath(),
    userId: await one("select id from users where email = 'auditor@gangway.example'"),
  };
  places = await everyPage(params);
  onPhones = [...newcomers(offered.caseId), { who: "merchant", path: `/cases/${caseId}/channels/${other}` }];
  onDesks = [...everyDesk(caseId), { who: "reviewer", path: "/account" }];
}, 420_000);
afterAll(() => hall?.[Symbol.asyncDispose]());

/** A visitor as a browser would be that visitor, without the language it chose: the page's is then the browser's. */
function stateOf(visitor: Visitor, url: string): State {
  const { hostname: domain } = new URL(url);
  const cookies = visitor.cookieHeader.split("; ").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return { name, value: value.join("="), domain, path: "/", expires: -1, httpOnly: true, secure: false } as const;
  });
  return {
    cookies: cookies.filter(({ name }) => name !== "lang").map((cookie) => ({ ...cookie, sameSite: "Lax" })),
    origins: [],
  };
}

/** Two steps of an inquiry answered, the rest open. */
async function halfWritten(url: string): Promise<Visitor> {
  const visitor = new Visitor(url);
  let page = (await visitor.open("/inquiry")).taken();
  const steps: Record<string, string[]>[] = [
    { countries: ["VN", "JP"] },
    { "wishes.0.brands": ["zalopay"], "wishes.1.brands": ["card"] },
  ];
  for (const values of steps)
    page = (await page.form("input[name=_version]").fill(values).send(["_go", "next"])).taken();
  return visitor;
}

/** The newest letter in the development mailbox. */
async function letterPath(): Promise<string> {
  const html = await (await fetch(`${hall.server.url}/dev/mail`)).text();
  return /\/dev\/mail\/[0-9a-f-]{36}/.exec(html)![0];
}

/** Scripts have taken the page over, with what only they can do. */
const isAlive = () =>
  document.readyState === "complete" &&
  Object.keys(document.querySelector("main") ?? document.body).some((name) => name.startsWith("__react"));

/** Opens every place in one language, three at a time, and says what is wrong with each. */
async function walkThrough(places: readonly Place[], lang: Lang, width: 390 | 1440): Promise<string[]> {
  const foreign = await sentencesOf(lang === "ko" ? "en" : "ko");
  const left = [...places];
  const faults: string[] = [];
  const walker = async () => {
    for (let place = left.shift(); place; place = left.shift()) {
      const { who, path, status = 200 } = place;
      const context = await hall.browser.newContext({
        viewport: { width, height: 844 },
        // The page's language is the browser's, as long as nobody has chosen another one.
        locale: lang === "ko" ? "ko-KR" : "en-US",
        colorScheme: "light",
        reducedMotion: "reduce",
        ...(states.has(who) ? { storageState: states.get(who)! } : {}),
      });
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      const found: string[] = [];
      page.on("pageerror", (error) => found.push(`throws ${error.message}`));
      // What the browser refuses (policies of content among it) stands in its console.
      page.on("console", (line) => {
        if (line.type() === "error" && !(status === 404 && /404/.test(line.text())))
          found.push(`console: ${line.text()}`);
      });
      const answer = await page.goto(new URL(path, hall.server.url).href);
      if (answer?.status() !== status) found.push(`answers ${answer?.status()}`);
      await page.waitForFunction(isAlive);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      // Where it is reached by the Tab key does not hang on the width: once is enough, where there is least room.
      if (width === 390) found.push(...(await byKeyboard(page)));
      found.push(...(await judge(page, width, foreign)));
      const name = path.replaceAll(caseId, "CASE");
      faults.push(...found.map((fault) => `${who} ${name} (${lang}, ${width}): ${fault}`));
      await context.close();
    }
  };
  await Promise.all([walker(), walker(), walker()]);
  return faults;
}

test("no page of ours has anything against it on a phone, in Korean", async () => {
  expect(places.length).toBeGreaterThan(55);
  expect(await walkThrough([...places, ...onPhones], "ko", 390)).toEqual([]);
}, 300_000);

test("no page of ours has anything against it on a desk, in English", async () => {
  expect(await walkThrough([...places, ...onDesks], "en", 1440)).toEqual([]);
}, 300_000);
