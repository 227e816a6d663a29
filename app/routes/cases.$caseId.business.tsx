import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Refused } from "#app/cases/index.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { readInquiry } from "#app/inquiry/index.server.ts";
import { Business } from "#app/kyc/business.schema.ts";
import { BusinessForm } from "#app/kyc/business-form.tsx";
import { businessValues, numberKindsFor } from "#app/kyc/business-values.server.ts";
import { FormHead } from "#app/kyc/form-head.tsx";
import { formKeyOf } from "#app/kyc/form-key.server.ts";
import { isEditable, merchantPage } from "#app/kyc/page.server.ts";
import { latestRevisions } from "#app/kyc/revisions.server.ts";
import { saveBusiness } from "#app/kyc/save-business.server.ts";
import { words } from "#app/kyc/words.ts";
import { parseForm } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.business.title }));

export async function loader(args: LoaderFunctionArgs) {
  const { platform, caseId, view, formKey } = await merchantPage(args);
  const { profile } = view.context;
  if (!profile) throw redirect(`/cases/${caseId}/profile`);
  const { business } = await latestRevisions(platform, caseId);
  const inquiry = business ? null : await readInquiry(platform.pool, caseId);
  const kinds = numberKindsFor(profile);
  return {
    caseId,
    formKey,
    kinds,
    country: profile.country,
    values: businessValues(business?.body ?? null, inquiry, kinds),
    isEditable: isEditable(view, "data:business"),
    voidsContract: view.context.contract !== null && !view.context.contractSigned,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { platform, actor, caseId, view } = await merchantPage(args);
  const posted = await args.request.formData();
  const form = parseForm(Business, posted);
  if (!form.ok) return data({ ...form, refused: null }, 422);
  const { errors, refused } = await saveBusiness(
    platform,
    { view, actor, key: formKeyOf(platform, posted) },
    form.value,
  );
  if (errors) return data({ ok: false as const, values: form.value, errors, refused: null }, 422);
  return refused ? data({ refused }, 409) : redirect(`/cases/${caseId}/documents#data-business`);
}

export default function BusinessPage() {
  const {
    caseId,
    formKey,
    kinds,
    country,
    values,
    isEditable: editable,
    voidsContract,
  } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const all = useWords(words);
  const bad = posted && "errors" in posted ? posted : undefined;
  return (
    <div className="grid max-w-[42rem] gap-8">
      <FormHead caseId={caseId} title={all.business.title} lead={all.business.lead} />
      <Refused reasons={posted?.refused} />
      {editable ? null : <Notice>{all.locked}</Notice>}
      {editable && voidsContract ? <Notice tone="wait">{all.business.contractAgain}</Notice> : null}
      <fieldset disabled={!editable} className="contents disabled:[&_button]:hidden">
        <BusinessForm
          values={bad?.values ?? values}
          errors={bad?.errors}
          formKey={formKey}
          kinds={kinds}
          country={country}
        />
      </fieldset>
    </div>
  );
}
