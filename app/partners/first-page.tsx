import { Form } from "@remix-run/react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { formatInstant } from "#app/ui/format/time.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { consentWords } from "./consent-words.ts";
import type { Branding } from "./partners.server.ts";
import { words } from "./words.ts";

interface Props {
  state: "open" | "used" | "over";
  /** Null where nobody knows whose link it was. */
  partner: Branding | null;
  handed: readonly { label: string; value: string }[];
  expiresAt: Date | null;
  tooMany?: boolean;
}

/** Where a merchant comes in who was sent by a partner: in the partner's colour, with what it said of them, and with two questions. */
export function FirstPage({ state, partner, handed, expiresAt, tooMany }: Props) {
  const lang = useLang();
  const w = useWords(words).join;
  const consent = useWords(consentWords);
  const name = partner ? (lang === "ko" ? partner.nameKo : partner.nameEn) : "";
  return (
    <PublicShell>
      <div className="grid gap-6">
        {partner ? <Band partner={partner} says={w.by(name)} /> : null}
        {state === "open" ? (
          <>
            <header className="grid gap-2">
              <h1 className="text-28 font-semibold">{w.title(name)}</h1>
              <p className="text-ink-2">{w.lead}</p>
            </header>
            {tooMany ? (
              <Notice tone="problem" live>
                {w.tooMany}
              </Notice>
            ) : null}
            {handed.length > 0 ? (
              <Card title={w.handed(name)} footer={w.handedHint}>
                <DataList items={handed} />
              </Card>
            ) : null}
            <Form method="post" className="grid gap-6">
              <fieldset className="grid gap-4">
                <legend className="float-left mb-3 w-full text-17 font-semibold">{w.choose}</legend>
                {handed.length > 0 ? <Checkbox name="use" label={consent.prefill(name)} /> : null}
                <Checkbox name="share" label={consent.status(name)} />
              </fieldset>
              <div className="grid justify-items-start gap-3">
                <SubmitButton>{w.begin}</SubmitButton>
                {expiresAt ? (
                  <p className="text-15 text-ink-2">{w.until(formatInstant(expiresAt, lang, "day"))}</p>
                ) : null}
              </div>
            </Form>
          </>
        ) : (
          <>
            <h1 className="text-28 font-semibold">{w[state]}</h1>
            <p className="text-ink-2">{state === "used" ? w.usedWhy : w.overWhy}</p>
            <div>
              <LinkButton to="/inquiry">{state === "used" ? w.goOn : w.inquire}</LinkButton>
            </div>
          </>
        )}
      </div>
    </PublicShell>
  );
}

/** The partner's own: its letters on its colour, in light and in dark alike. */
function Band({ partner, says }: { partner: Branding; says: string }) {
  return (
    <div
      className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 rounded-md px-5 py-4"
      style={{ backgroundColor: partner.accent, color: "#ffffff" }}
    >
      <span translate="no" className="text-21 font-bold tracking-tight">
        {partner.wordmark}
      </span>
      <span className="text-15">{says}</span>
    </div>
  );
}
