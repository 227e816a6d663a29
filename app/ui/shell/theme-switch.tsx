import { Form, useLocation } from "@remix-run/react";
import { useWords } from "../../i18n/use-words.ts";
import { cx } from "../cx.ts";
import { useRootData } from "../root-data.ts";
import { themes } from "../theme.ts";
import { words } from "./words.ts";

/** Light, dark or like the device. */
export function ThemeSwitch() {
  const w = useWords(words).shell;
  const chosen = useRootData()?.theme ?? "auto";
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/theme" reloadDocument aria-label={w.theme} className="-ml-2 flex flex-wrap gap-1">
      <input type="hidden" name="returnTo" value={pathname + search} />
      {themes.map((theme) => (
        <button
          key={theme}
          type="submit"
          name="theme"
          value={theme}
          aria-pressed={theme === chosen}
          className={cx(
            "min-h-8 cursor-pointer rounded-md px-2 text-13 hover:bg-sunk",
            theme === chosen
              ? "font-semibold text-ink underline decoration-accent decoration-2 underline-offset-4"
              : "text-ink-2",
          )}
        >
          {w.themes[theme]}
        </button>
      ))}
    </Form>
  );
}
