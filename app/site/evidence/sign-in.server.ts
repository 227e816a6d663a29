import type { BrowserContext, Page } from "playwright-core";
import type { Browsers } from "#app/platform/browser/browser.ts";
import { isSameShop } from "../crawl/interest.ts";

/** A review account that a merchant handed over. Lives in memory for the length of a visit and is in no log. */
export interface Account {
  /** Address of the sign-in form. */
  url: string;
  name: string;
  password: string;
}

type Cookie = Awaited<ReturnType<BrowserContext["cookies"]>>[number];

/** What a sign-in left behind: enough to look around as that member, not to sign in again. */
export interface Session {
  /** The `cookie` header for an address, `null` when nothing of the session belongs there. */
  headerFor(url: string): string | null;
  /** The same browsers, each page a member's. */
  as(browsers: Browsers): Browsers;
}

const LOAD_MS = 12_000;
const PASSWORD = 'input[type="password"]:visible';
const NAME =
  'input[type="email"]:visible, input[type="text"]:visible, input[type="tel"]:visible, input:not([type]):visible';
const SUBMIT =
  'button[type="submit"]:visible, input[type="submit"]:visible, input[type="image"]:visible, button:not([type]):visible';

/**
 * Signs in to a shop as a person would: opens the form in the guarded browser, types name and password, presses the
 * button. The password is typed only on a page of the shop itself, over a form that leads back to the shop.
 *
 * @param shop the address that is to be visited: an account for another host is not used for it
 * @returns null when there is no form there, it leads elsewhere, or it does not let us in
 */
export async function signIn(browsers: Browsers, account: Account, shop: string): Promise<Session | null> {
  const home = new URL(shop);
  if (!isOfShop(account.url, home)) return null;
  return browsers
    .withPage(async (page) => {
      await page.goto(account.url, { waitUntil: "load", timeout: LOAD_MS });
      if (!isOfShop(page.url(), home)) return null;
      const password = page.locator(PASSWORD).first();
      if ((await password.count()) === 0) return null;
      const form = page
        .locator("form")
        .filter({ has: page.locator(PASSWORD) })
        .first();
      const scope = (await form.count()) > 0 ? form : page.locator("body");
      const action = (await form.count()) > 0 ? ((await form.getAttribute("action")) ?? "") : "";
      if (!isOfShop(new URL(action || page.url(), page.url()).href, home)) return null;
      const name = scope.locator(NAME).first();
      if ((await name.count()) > 0) await name.fill(account.name, { timeout: 2_000 });
      await password.fill(account.password, { timeout: 2_000 });
      const before = await page.context().cookies();
      await submit(page, scope.locator(SUBMIT).first());
      // Whoever still sees the form was not let in.
      if ((await page.locator(PASSWORD).count()) > 0) return null;
      const cookies = await page.context().cookies();
      return cookies.length > 0 && JSON.stringify(cookies) !== JSON.stringify(before) ? sessionOf(cookies) : null;
    })
    .catch(() => null);
}

async function submit(page: Page, button: ReturnType<Page["locator"]>): Promise<void> {
  const left = page.waitForURL((url) => url.href !== page.url(), { timeout: 5_000 }).catch(() => {});
  if ((await button.count()) > 0) await button.click({ timeout: 3_000 });
  else await page.locator(PASSWORD).first().press("Enter");
  await Promise.race([left, page.waitForLoadState("networkidle", { timeout: 5_000 }).catch(() => {})]);
  await page.waitForLoadState("load", { timeout: 5_000 }).catch(() => {});
}

const isOfShop = (text: string, home: URL): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && (isSameShop(url, home) || isSameShop(home, url));
};

function sessionOf(cookies: Cookie[]): Session {
  const belongs = ({ domain, path, secure }: Cookie, { hostname, pathname, protocol }: URL) => {
    const host = domain.replace(/^\./, "");
    const isHost = hostname === host || (domain.startsWith(".") && hostname.endsWith(`.${host}`));
    return isHost && pathname.startsWith(path) && (!secure || protocol === "https:");
  };
  return {
    headerFor: (text) => {
      const url = new URL(text);
      const own = cookies.filter((cookie) => belongs(cookie, url));
      return own.length > 0 ? own.map(({ name, value }) => `${name}=${value}`).join("; ") : null;
    },
    as: (browsers) => ({
      close: () => browsers.close(),
      withPage: (work) =>
        browsers.withPage(async (page) => {
          await page.context().addCookies(cookies);
          return work(page);
        }),
    }),
  };
}
