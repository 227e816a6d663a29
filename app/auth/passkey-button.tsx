import { useRevalidator } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import { useLang } from "#app/i18n/use-words.ts";
import { Button, type ButtonTone } from "#app/ui/button.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Spinner } from "#app/ui/spinner.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { createPasskey, signInByPasskey } from "./passkey-browser.ts";
import { words } from "./words.ts";

interface Props {
  /** `use` signs in (or steps up); `create` keeps a new one under `name`. */
  act: "use" | "create";
  name?: string;
  /** Where to go afterwards; without it the page is asked anew. */
  next?: string;
  tone?: ButtonTone;
  children: ReactNode;
}

/** Asks for a passkey. Only scripts can: without them, and in browsers that know none, there is no such button. */
export function PasskeyButton({ act, name = "Passkey", next, tone, children }: Props) {
  const lang = useLang();
  const isHydrated = useHydrated();
  const { revalidate } = useRevalidator();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!isHydrated || !("PublicKeyCredential" in window)) return null;

  const press = async () => {
    setAsking(true);
    setProblem(null);
    const said = await (act === "use" ? signInByPasskey(next) : createPasskey(name, next));
    setAsking(false);
    if (said.to) window.location.assign(said.to);
    else if (said.ok) revalidate();
    else if (said.problem) setProblem(said.problem);
  };
  return (
    <div className="grid justify-items-start gap-3">
      <Button
        tone={tone}
        icon={isAsking ? <Spinner /> : null}
        aria-disabled={isAsking || undefined}
        onClick={() => void (isAsking || press())}
      >
        {children}
      </Button>
      {problem ? (
        <Notice tone="problem" live>
          {sentenceOf(problem, lang, words[lang].problems)}
        </Notice>
      ) : null}
    </div>
  );
}
