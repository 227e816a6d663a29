import { Form } from "@remix-run/react";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../button.tsx";
import { Card } from "../card.tsx";
import { Checkbox } from "../checkbox.tsx";
import { Choice } from "../choice.tsx";
import { CopyButton } from "../copy-button.tsx";
import { DataList } from "../data-list.tsx";
import { DateTime, Day } from "../date-time.tsx";
import { Dialog, DialogClose } from "../dialog.tsx";
import { Due, Since } from "../due.tsx";
import { EmptyState } from "../empty-state.tsx";
import { ErrorSummary } from "../error-summary.tsx";
import { Field } from "../field.tsx";
import { FileDrop } from "../file-drop.tsx";
import { usePlainForm } from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { Money } from "../money.tsx";
import { Notice } from "../notice.tsx";
import { Once } from "../once.tsx";
import { Pager } from "../pager.tsx";
import { Path } from "../path.tsx";
import { SearchList } from "../search-list.tsx";
import { SecretOnce } from "../secret-once.tsx";
import { Skeleton } from "../skeleton.tsx";
import { Status } from "../status.tsx";
import { SubmitButton } from "../submit-button.tsx";
import { Tabs } from "../tabs.tsx";
import { Timeline } from "../timeline.tsx";
import { toast } from "../toast.ts";
import { exampleSteps, exampleTimeline, NOW } from "./example.ts";
import { queueTable } from "./queue.tsx";
import { Section } from "./section.tsx";
import { words } from "./words.ts";

const tones = ["act", "wait", "done", "closed", "problem", "info"] as const;
const errors = { name: "name.missing", shop: "shop.notHttps" };

/** Every component in its states. */
export function KitView() {
  const w = useWords(words);
  const { field, errors: problems } = usePlainForm({
    values: { name: "", shop: "http://acme.example", sales: "120,000,000", where: ["vn", "jp"], kind: "1" },
    errors,
    problems: w.problems,
  });
  const clean = usePlainForm({ values: { founded: "2019-03-04", share: "12.5", code: "402913" }, id: "clean" });
  return (
    <>
      <h1 className="text-28">{w.title}</h1>
      <p className="mt-2 mb-8 text-17 text-ink-2">{w.lead}</p>

      <Section title={w.type}>
        {(["text-28", "text-21", "text-17", "text-15", "text-13"] as const).map((size) => (
          <p key={size} className={`${size} num`}>
            {w.sample}
          </p>
        ))}
      </Section>

      <Section title={w.tones}>
        <div className="flex flex-wrap gap-3">
          {tones.map((tone) => (
            <Status key={tone} tone={tone} />
          ))}
        </div>
        <div className="flex flex-wrap gap-4">
          {tones.map((tone) => (
            <Status key={tone} tone={tone} bare />
          ))}
        </div>
        {tones.map((tone) => (
          <Notice key={tone} tone={tone} title={w.noticeTitle}>
            {w.notice}
          </Notice>
        ))}
      </Section>

      <Section title="Button">
        <div className="flex flex-wrap items-center gap-3">
          <Button tone="primary">{w.save}</Button>
          <Button>{w.later}</Button>
          <Button tone="quiet">{w.more}</Button>
          <Button tone="danger">{w.remove}</Button>
          <Button disabled>{w.locked}</Button>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button tone="primary" size="s">
            {w.save}
          </Button>
          <LinkButton to="." size="s">
            {w.later}
          </LinkButton>
          <Button tone="quiet" size="s">
            {w.more}
          </Button>
          <Button tone="danger" size="s">
            {w.remove}
          </Button>
          <CopyButton text="GW-7K2M" of={w.paymentId} />
          <Button size="s" onClick={() => toast(w.saved)}>
            {w.press}
          </Button>
          <Dialog
            title={w.ask}
            description={w.askText}
            trigger={<Button size="s">{w.open}</Button>}
            footer={
              <>
                <Button tone="primary">{w.askButton}</Button>
                <DialogClose>
                  <Button>{w.later}</Button>
                </DialogClose>
              </>
            }
          >
            <Field name="reason" label={w.reason} type="textarea" />
          </Dialog>
        </div>
      </Section>

      <Section title="Form">
        <Form method="get" noValidate className="grid gap-6">
          <ErrorSummary errors={problems} />
          <Once value="0199aaaa-0000-7000-8000-000000000000" />
          <Field label={w.name} {...field("name")} autoComplete="organization" />
          <Field label={w.shop} hint={w.shopHint} type="url" {...field("shop")} />
          <Field label={w.sales} type="money" currency="KRW" width="half" {...field("sales")} />
          <Field label={w.founded} type="date" width="half" {...clean.field("founded")} />
          <Field label={w.share} type="number" suffix="%" width="short" optional {...clean.field("share")} />
          <Field label={w.code} type="code" width="short" {...clean.field("code")} />
          <Field
            label={w.country}
            type="select"
            width="half"
            options={w.countries.map((label, n) => ({ value: String(n), label }))}
            {...clean.field("country")}
          />
          <Field label={w.about} type="textarea" {...clean.field("about")} />
          <Choice
            legend={w.kind}
            options={w.kinds.map((label, n) => ({
              value: String(n),
              label,
              hint: n === 0 ? w.kindHint : undefined,
              locked: n === 2 ? w.locked : undefined,
            }))}
            {...field("kind")}
          />
          <Choice
            legend={w.channel}
            type="checkbox"
            columns={3}
            options={["ZaloPay", "MoMo", "VNPAY"].map((label) => ({ value: label, label }))}
            {...clean.field("channel")}
          />
          <SearchList
            legend={w.where}
            hint={w.whereHint}
            large
            options={[
              ...w.countries.map((label, n) => ({
                value: ["vn", "id", "jp", "th", "sg", "tw"][n]!,
                label,
                group: w.asia,
              })),
              ...w.countriesEurope.map((label, n) => ({ value: ["de", "pl", "nl"][n]!, label, group: w.europe })),
            ]}
            {...field("where")}
          />
          <FileDrop name="file" label={w.file} hint={w.fileHint} />
          <FileDrop name="file2" label={w.file} hint={w.fileHint} error={w.fileError} />
          <Checkbox label={w.agree} {...clean.field("agree")} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton>{w.save}</SubmitButton>
            <SubmitButton tone="plain" name="intent" value="later" formNoValidate>
              {w.later}
            </SubmitButton>
          </div>
        </Form>
      </Section>

      <Section title="Path">
        <Path label={w.title} steps={exampleSteps(w)} />
      </Section>

      <Section title="Card">
        <Card
          title={w.nextTitle}
          tone="act"
          aside={<Status tone="act" />}
          footer={
            <>
              <Due at="2026-11-24T09:00:00Z" now={NOW} /> · <DateTime at="2026-11-24T09:00:00Z" />
            </>
          }
        >
          <p className="mb-4 text-17 text-ink-2">{w.nextText}</p>
          <Button tone="primary">{w.save}</Button>
        </Card>
        <Card title={w.channel} aside={<Status tone="wait">ZaloPay</Status>}>
          <DataList
            items={[
              {
                label: w.paymentId,
                value: <code className="font-mono">704221894</code>,
                action: <CopyButton text="704221894" />,
              },
              { label: w.fee, value: "2.8 %", hint: <Money amountMinor={300_000_00} currency="USD" /> },
              { label: w.opened, value: <Day on="2026-11-30" /> },
              { label: w.contact, value: null },
            ]}
          />
        </Card>
      </Section>

      <Section title="Table">
        <Card flush>{queueTable(w, "dueAt")}</Card>
        <Pager before="a" after="b" />
        <EmptyState title={w.empty} action={<Button>{w.more}</Button>}>
          {w.emptyText}
        </EmptyState>
      </Section>

      <Section title="Timeline">
        <Tabs
          label={w.title}
          tabs={w.tabs.map((label, n) => ({ to: n === 0 ? "/dev/ui" : `/dev/ui?tab=${n}`, label, count: n * 3 }))}
        />
        <Timeline entries={exampleTimeline(w)} />
        <p className="text-15">
          <Since at="2026-11-22T03:00:00Z" now={NOW} /> · <Due at="2026-11-22T08:00:00Z" now={NOW} /> ·{" "}
          <Due at="2026-11-21T01:00:00Z" now={NOW} /> · <DateTime at={NOW} format="full" />
        </p>
      </Section>

      <Section title="SecretOnce">
        <SecretOnce
          label={w.secret}
          secret="sk_live_5pQ2kLw9sTzXv7Bn3Md8Rf4Hy6Jc1Ga0Ue"
          action={<Button tone="primary">{w.secretDone}</Button>}
        />
      </Section>

      <Section title="Skeleton">
        <p className="text-15 text-ink-2">{w.loading}</p>
        <Skeleton />
      </Section>
    </>
  );
}
