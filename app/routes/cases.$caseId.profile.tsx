import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Refused } from "#app/cases/index.ts";
import { catalogueAt } from "#app/catalogue/index.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { readInquiry } from "#app/inquiry/index.server.ts";
import { FormHead } from "#app/kyc/form-head.tsx";
import { formKeyOf } from "#app/kyc/form-key.server.ts";
import { countryOptions, merchantPage } from "#app/kyc/page.server.ts";
import { ProfileForm as Schema } from "#app/kyc/profile.schema.ts";
import { profileFrom, profileValues, saveProfile } from "#app/kyc/profile.server.ts";
import { ProfileForm } from "#app/kyc/profile-form.tsx";
import { words } from "#app/kyc/words.ts";
import { type ForecastChangeView, profileChange } from "#app/proposal/index.server.ts";
import { ForecastChange } from "#app/proposal/index.ts";
import { type FormErrors, parseForm } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";
import { kycIndustriesOf } from "#workflows/proposal/restrictions.ts";

export const meta = pageMeta(words, (w) => ({ title: w.profile.title }));

export async function loader(args: LoaderFunctionArgs) {
  const { platform, caseId, view, lang, formKey } = await merchantPage(args);
  const { profile } = view.context;
  const [inquiry, { restrictions }] = await Promise.all([
    profile ? null : readInquiry(platform.pool, caseId),
    catalogueAt(platform, platform.now()),
  ]);
  const industries = inquiry ? kycIndustriesOf(restrictions, inquiry.answers.sales.trades) : [];
  const values = profileValues(profile, inquiry);
  return {
    caseId,
    formKey,
    // What was said of the goods already is not asked twice.
    values: profile ? values : { ...values, industries },
    countries: countryOptions(lang),
  };
}

/** What falls away by an answer, as one word: agreed to is exactly what was shown. */
const wordOf = ({ lost, dropped }: ForecastChangeView): string => [...lost, ...dropped].join("|");

export async function action(args: ActionFunctionArgs) {
  const { platform, actor, view, lang, caseId } = await merchantPage(args);
  const posted = await args.request.formData();
  const form = parseForm(Schema, posted);
  if (!form.ok) return data({ values: form.values as object, errors: form.errors, refused: null, change: null }, 422);
  const change = profileChange(view.context, profileFrom(form.value, view), lang);
  if (change && wordOf(change) !== "" && posted.get("_agreed") !== wordOf(change)) {
    return data({ values: form.value as object, errors: {} as FormErrors, refused: null, change }, 409);
  }
  const { refused } = await saveProfile(platform, { view, actor, key: formKeyOf(platform, posted) }, form.value);
  if (!refused) return redirect(`/cases/${caseId}/documents`);
  return data({ values: form.value as object, errors: {} as FormErrors, refused, change: null }, 409);
}

export default function ProfilePage() {
  const { caseId, formKey, values, countries } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const w = useWords(words).profile;
  const change = posted?.change ?? null;
  return (
    <div className="grid max-w-[42rem] gap-8">
      <FormHead caseId={caseId} title={w.title} lead={w.lead} />
      <Refused reasons={posted?.refused} />
      <ProfileForm
        values={posted?.values ?? values}
        errors={posted?.errors}
        formKey={formKey}
        countries={countries}
        agree={change ? { word: wordOf(change), label: w.changeAnyway } : undefined}
      >
        {change ? (
          <Notice tone="act" live title={w.changeTitle}>
            <ForecastChange change={change} />
          </Notice>
        ) : null}
      </ProfileForm>
    </div>
  );
}
