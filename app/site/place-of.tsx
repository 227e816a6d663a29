import { useWords } from "#app/i18n/use-words.ts";
import { APP_PICTURES } from "./app-pictures.ts";
import { hostOf } from "./host-of.ts";
import { words } from "./words.ts";

/** Where a check looked, as a person says it: the host, or the pictures of an app. */
export function PlaceOf({ url }: { url: string }) {
  const w = useWords(words).app;
  return url === APP_PICTURES ? w.place : hostOf(url);
}
