import { Form } from "@remix-run/react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { type FormErrors, sentenceOf } from "#app/ui/form/index.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { words } from "./account-words.ts";
import { PasskeyButton } from "./passkey-button.tsx";
import type { PasskeyLine } from "./passkeys.server.ts";

interface Props {
  factors: { app: boolean; backupCodesLeft: number };
  passkeys: readonly PasskeyLine[];
  errors?: FormErrors;
}

/** What a member of staff can prove themselves with. */
export function FactorsCard({ factors, passkeys, errors }: Props) {
  const lang = useLang();
  const w = useWords(words).account;
  const problem = errors?.[""];
  return (
    <Card title={w.factors}>
      <div className="grid gap-6">
        {problem ? (
          <Notice tone="problem" live>
            {sentenceOf(problem, lang, words[lang].problems)}
          </Notice>
        ) : null}
        <DataList
          items={[
            {
              label: w.app,
              value: factors.app ? w.appOn : w.appOff,
              action: (
                <span className="flex flex-wrap gap-2">
                  <LinkButton to="/staff/enrol?next=/account" size="s">
                    {factors.app ? w.appReplace : w.appAdd}
                  </LinkButton>
                  {factors.app && passkeys.length > 0 ? <Act intent="removeApp" label={w.appRemove} /> : null}
                </span>
              ),
            },
            {
              label: w.backup,
              value: w.backupLeft(factors.backupCodesLeft),
              action: (
                <LinkButton to="/staff/backup-codes?next=/account" size="s">
                  {w.backupMake}
                </LinkButton>
              ),
            },
            ...passkeys.map(({ id, name, addedAt }, place) => ({
              label: name || w.passkeyName(place + 1),
              value: addedAt ? (
                <>
                  {w.added} <DateTime at={addedAt} format="day" />
                </>
              ) : null,
              action: <Act intent="removePasskey" id={id} label={w.remove} of={name || w.passkeyName(place + 1)} />,
            })),
          ]}
        />
        {passkeys.length === 0 ? <p className="text-15 text-ink-2">{w.noPasskeys}</p> : null}
        <PasskeyButton act="create" name={w.passkeyName(passkeys.length + 1)}>
          {w.passkeyAdd}
        </PasskeyButton>
      </div>
    </Card>
  );
}

function Act({ intent, id, label, of }: { intent: string; id?: string; label: string; of?: string }) {
  return (
    <Form method="post" preventScrollReset>
      {id ? <input type="hidden" name="id" value={id} /> : null}
      <Button type="submit" size="s" tone="danger" name="intent" value={intent}>
        {label}
        {of ? <VisuallyHidden> {of}</VisuallyHidden> : null}
      </Button>
    </Form>
  );
}
