import { APP_PICTURES } from "./app-pictures.ts";

/** What the form begins with: the address and goods of the last visit, or the website named in the inquiry. */
export const askedBefore = (checks: readonly { url: string; goods: string }[], website: string | null | undefined) => ({
  url: checks.find(({ url }) => url !== APP_PICTURES)?.url ?? website ?? "",
  goods: checks[0]?.goods ?? "",
});
