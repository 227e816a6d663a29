import type { Sheet, Visitor } from "./visitor.ts";

type Values = Parameters<ReturnType<Sheet["form"]>["fill"]>[0];

/** How a page writes the form of an event. */
export const formOf = (event: string) => `input[name="type"][value="${event}"]`;

/**
 * Opens a page and sends its form of an event, as a person presses the button.
 *
 * @throws with the page's own words when there is no such button or it is not taken
 */
export async function press(visitor: Visitor, path: string, event: string, values: Values = {}): Promise<Sheet> {
  const page = (await visitor.open(path)).taken();
  return (await page.form(formOf(event)).fill(values).send()).taken();
}
