import { useWords } from "#app/i18n/use-words.ts";
import { Choice } from "#app/ui/choice.tsx";
import { Field } from "#app/ui/field.tsx";
import { usePlainForm } from "#app/ui/form/index.ts";
import type { SectionAnswer, SectionPage } from "./section.server.ts";
import { SectionForm } from "./section-form.tsx";
import { words } from "./words.ts";

const schema = () => import("./inquiry.schema.ts").then((module) => module.Business);
const options = <T extends Record<string, string>>(labels: T) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

interface Props {
  page: SectionPage;
  homes: { value: string; label: string }[];
  posted?: SectionAnswer;
}

export function BusinessPage({ page, homes, posted }: Props) {
  const w = useWords(words);
  const b = w.business;
  const values = { home: "KR", ...page.values, ...posted?.values };
  const { onSubmit, field, errors } = usePlainForm({ schema, values, errors: posted?.errors, problems: w.problems });
  return (
    <SectionForm
      section="business"
      version={posted?.version ?? page.version}
      conflicts={posted?.conflicts ?? []}
      errors={errors}
      onSubmit={onSubmit}
      question={b.question}
      labels={{
        applicantType: b.applicantType,
        home: b.home,
        companyName: b.companyName,
        businessNumber: b.businessNumber,
        serviceUrl: b.serviceUrl,
        buyerUrl: b.buyerUrl,
        platform: b.platform,
        contractor: b.contractor,
      }}
    >
      <Choice legend={b.applicantType} options={options(b.applicantTypes)} columns={2} {...field("applicantType")} />
      <Field label={b.home} type="select" options={homes} width="half" autoComplete="country" {...field("home")} />
      <Field label={b.companyName} maxLength={120} autoComplete="organization" {...field("companyName")} />
      <Field
        label={b.businessNumber}
        hint={b.businessNumberHint}
        maxLength={40}
        width="half"
        {...field("businessNumber")}
      />
      <Field label={b.serviceUrl} hint={b.serviceUrlHint} type="url" autoComplete="url" {...field("serviceUrl")} />
      <Field label={b.buyerUrl} hint={b.buyerUrlHint} type="url" optional {...field("buyerUrl")} />
      <Choice legend={b.platform} options={options(b.platforms)} columns={3} {...field("platform")} />
      <Choice legend={b.contractor} options={options(b.contractors)} columns={3} {...field("contractor")} />
    </SectionForm>
  );
}
