import { Form } from "@remix-run/react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { formatInstant } from "#app/ui/format/time.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { Sharing } from "./consent.server.ts";
import { consentWords } from "./consent-words.ts";
import { words } from "./words.ts";

/** Whether the partner who sent this merchant may see how far the case has come, and the one button that changes it. */
export function SharingCard({ partner, sharedSince, withdrawnAt }: Sharing) {
  const lang = useLang();
  const w = useWords(words).sharing;
  const consent = useWords(consentWords);
  const name = lang === "ko" ? partner.nameKo : partner.nameEn;
  const isShared = sharedSince !== null && withdrawnAt === null;
  const day = (at: Date) => formatInstant(at, lang, "day");
  return (
    <Card title={w.title(name)}>
      <Form method="post" className="grid justify-items-start gap-4">
        <p>{isShared ? w.on(day(sharedSince)) : withdrawnAt ? w.withdrawn(day(withdrawnAt)) : w.off}</p>
        {isShared ? null : <p className="text-15 text-ink-2">{consent.status(name)}</p>}
        <SubmitButton name="intent" value={isShared ? "unshare" : "share"} tone="plain">
          {isShared ? w.withdraw : w.give}
        </SubmitButton>
      </Form>
    </Card>
  );
}
