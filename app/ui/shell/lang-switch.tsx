import { Form, useLocation } from "@remix-run/react";
import { useLang, useWords } from "../../i18n/use-words.ts";
import { VisuallyHidden } from "../visually-hidden.tsx";
import { words } from "./words.ts";

/** To the other language and back to this very page. The whole document is loaded anew: its `lang` changes. */
export function LangSwitch() {
  const lang = useLang();
  const w = useWords(words).shell;
  const { pathname, search } = useLocation();
  const other = lang === "ko" ? "en" : "ko";
  return (
    <Form method="post" action="/lang" reloadDocument>
      <input type="hidden" name="returnTo" value={pathname + search} />
      <button
        type="submit"
        name="lang"
        value={other}
        className="min-h-9 cursor-pointer rounded-md px-2 text-15 text-ink-2 hover:bg-sunk hover:text-ink in-[.dense]:text-13"
      >
        <VisuallyHidden>{w.switchLang}: </VisuallyHidden>
        <span lang={other}>{w.otherLang}</span>
      </button>
    </Form>
  );
}
