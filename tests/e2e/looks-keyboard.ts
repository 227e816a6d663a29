import type { Page } from "playwright-core";

/** More than any page of ours has. */
const MOST = 400;

/** What can be pressed, typed into or followed, as far as it shows; of a group of radios the one the Tab key comes to. */
const STOPS = "a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, summary";

/** Tells one element from another in the page and in what is said of it. */
interface Stop {
  id: number;
  name: string;
  isMarked: boolean;
  isCovered: boolean;
}

/**
 * Goes through a page with the Tab key alone: everything that can be used is come to, shows that it has the focus, and does not lie under
 * what stays at the edge of the screen.
 */
export async function byKeyboard(page: Page): Promise<string[]> {
  await page.evaluate((stops) => {
    let id = 0;
    for (const element of document.querySelectorAll<HTMLElement>(stops)) element.dataset.stop = String(++id);
    // Whatever took the focus by itself: the way begins at the top.
    const top = document.createElement("span");
    top.tabIndex = -1;
    document.body.prepend(top);
    top.focus();
    window.scrollTo(0, 0);
  }, STOPS);
  const visited = new Set<number>();
  const found: string[] = [];
  let last = 0;
  for (let press = 0; press < MOST; press++) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    // Some boxes have several stops of their own, as that for a date has.
    if (stop === null || (stop.id > 0 && stop.id !== last && visited.has(stop.id))) break;
    if (stop.id === last) continue;
    last = stop.id;
    visited.add(stop.id);
    if (!stop.isMarked) found.push(`does not show its focus: ${stop.name}`);
    if (stop.isCovered) found.push(`has the focus and is covered: ${stop.name}`);
  }
  return [...found, ...(await missed(page, [...visited]))];
}

/** What has the focus; null when it has left the page. */
const focused = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return null;
    // A box that is drawn by what stands around it, and a row that is one link, show the focus there.
    const drawn = [element, element.parentElement, element.closest("label"), element.closest("tr")].filter(
      (one) => one !== null,
    );
    // Within a frame the focus belongs to another page.
    const isElsewhere = element.localName === "iframe";
    const isMarked = drawn.some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
    });
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = (x: number, y: number) => {
      const hit = document.elementFromPoint(x, y);
      return (
        hit !== null && (element.contains(hit) || hit.contains(element) || element.closest("label")?.contains(hit))
      );
    };
    const isSeen =
      at(left + width / 2, top + height / 2) || at(left + 2, top + 2) || at(left + width - 2, top + height - 2);
    return {
      id: Number(element.dataset.stop ?? 0),
      name: element.outerHTML.slice(0, 140),
      isMarked: isMarked || isElsewhere,
      isCovered: !isSeen && width > 2 && height > 2,
    };
  });

const missed = (page: Page, visited: readonly number[]): Promise<string[]> =>
  page.evaluate(
    ({ stops, ids }) => {
      const isVisible = (element: HTMLElement) =>
        element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 0;
      const radios = new Set(
        [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")]
          .filter((radio) => ids.includes(Number(radio.dataset.stop)))
          .map(({ name, form }) => `${name} ${form?.id}`),
      );
      return [...document.querySelectorAll<HTMLElement>(stops)]
        .filter((element) => isVisible(element) && element.tabIndex >= 0 && !ids.includes(Number(element.dataset.stop)))
        .filter(
          (element) =>
            !(
              element instanceof HTMLInputElement &&
              element.type === "radio" &&
              radios.has(`${element.name} ${element.form?.id}`)
            ),
        )
        .map((element) => `the Tab key does not come to ${element.outerHTML.slice(0, 140)}`);
    },
    { stops: STOPS, ids: [...visited] },
  );
