import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { usePlainForm } from "#app/ui/form/index.ts";
import { Once } from "#app/ui/once.tsx";
import { Status } from "#app/ui/status.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { PartnerAnswer } from "./console.server.ts";
import type { ShownPartnerKey } from "./keys.server.ts";
import { keyLives, overlaps, PartnerScope } from "./partner.schema.ts";
import { words } from "./words.ts";

const tones = { active: "done", overlapping: "wait", expired: "closed", revoked: "closed" } as const;

interface Props {
  keys: readonly ShownPartnerKey[];
  formKey: string;
  posted?: PartnerAnswer;
}

/** A partner's keys as they may be seen again, and where a new one is made. */
export function KeysCard({ keys, formKey, posted }: Props) {
  const w = useWords(words).console;
  return (
    <Card title={w.keys}>
      <div className="grid gap-6">
        {keys.length === 0 ? <EmptyState title={w.noKeys}>{w.noKeysWhy}</EmptyState> : null}
        <ul className="divide-y divide-line">
          {keys.map((key) => (
            <KeyRow key={key.id} held={key} formKey={formKey} />
          ))}
        </ul>
        {/* Once a key is made the form is an empty one again. */}
        <NewKey key={keys[0]?.id} formKey={formKey} posted={posted} />
      </div>
    </Card>
  );
}

function KeyRow({ held, formKey }: { held: ShownPartnerKey; formKey: string }) {
  const w = useWords(words).console;
  const scopes: Readonly<Record<string, string>> = w.scopeNames;
  const { id, name, shown, state, lastUsedAt, expiresAt } = held;
  const isInForce = state === "active" || state === "overlapping";
  return (
    <li className="grid gap-2 py-3 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <p className="font-semibold">{name}</p>
        <Status tone={tones[state]} bare>
          {w.keyStates[state]}
        </Status>
      </div>
      <p translate="no" className="font-mono text-13 break-all">
        {shown}
      </p>
      <p className="text-13 text-ink-2">
        {held.scopes.map((scope) => scopes[scope] ?? scope).join(", ")} · {w.lastUsed}:{" "}
        {lastUsedAt ? <DateTime at={lastUsedAt} /> : w.never}
        {expiresAt ? (
          <>
            {" "}
            · {w.expires}: <DateTime at={expiresAt} format="full" />
          </>
        ) : null}
      </p>
      {isInForce ? (
        <div className="flex flex-wrap items-end gap-4">
          {state === "active" ? (
            <Form method="post" className="flex flex-wrap items-end gap-2">
              <Once value={formKey} />
              <input type="hidden" name="id" value={id} />
              <Field
                id={`overlap-${id}`}
                name="overlapHours"
                type="select"
                label={w.overlap}
                value="24"
                options={overlaps.map((hours) => ({ value: hours, label: w.overlaps[hours] }))}
              />
              <SubmitButton name="intent" value="rotateKey" tone="plain">
                {w.rotate}
                <VisuallyHidden> {name}</VisuallyHidden>
              </SubmitButton>
            </Form>
          ) : null}
          <Form method="post">
            <input type="hidden" name="id" value={id} />
            <SubmitButton name="intent" value="revokeKey" tone="danger">
              {w.revoke}
              <VisuallyHidden> {name}</VisuallyHidden>
            </SubmitButton>
          </Form>
        </div>
      ) : null}
    </li>
  );
}

function NewKey({ formKey, posted }: Pick<Props, "formKey" | "posted">) {
  const all = useWords(words);
  const w = all.console;
  const { field, errors } = usePlainForm({
    id: "key",
    values: posted?.values ?? { life: "365", scopes: ["referrals.write", "referrals.read", "funnel.read"] },
    errors: posted?.errors,
    problems: all.problems,
  });
  return (
    <Form method="post" noValidate className="grid gap-5 border-t border-line pt-4">
      <h3 className="text-17 font-semibold in-[.dense]:text-15">{w.newKey}</h3>
      <Once value={formKey} />
      <ErrorSummary errors={errors} />
      <Field label={w.keyName} hint={w.keyNameHint} width="half" maxLength={60} {...field("name")} />
      <Choice
        legend={w.scopes}
        type="checkbox"
        columns={3}
        options={PartnerScope.options.map((scope) => ({ value: scope, label: w.scopeNames[scope] }))}
        {...field("scopes")}
      />
      <Field
        label={w.life}
        type="select"
        width="half"
        options={keyLives.map((life) => ({ value: life, label: w.lives[life] }))}
        {...field("life")}
      />
      <div>
        <SubmitButton name="intent" value="makeKey" tone="plain">
          {w.makeKey}
        </SubmitButton>
      </div>
    </Form>
  );
}
