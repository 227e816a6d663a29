import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Refused } from "#app/cases/index.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { readInquiry } from "#app/inquiry/index.server.ts";
import { FormHead } from "#app/kyc/form-head.tsx";
import { formKeyOf } from "#app/kyc/form-key.server.ts";
import { countryOptions, merchantPage } from "#app/kyc/page.server.ts";
import { ProfileForm as Schema } from "#app/kyc/profile.schema.ts";
import { profileValues, saveProfile } from "#app/kyc/profile.server.ts";
import { ProfileForm } from "#app/kyc/profile-form.tsx";
import { words } from "#app/kyc/words.ts";
import { parseForm } from "#app/ui/form/index.ts";

export const meta = pageMeta(words, (w) => ({ title: w.profile.title }));

export async function loader(args: LoaderFunctionArgs) {
  const { platform, caseId, view, lang, formKey } = await merchantPage(args);
  const inquiry = view.context.profile ? null : await readInquiry(platform.pool, caseId);
  return { caseId, formKey, values: profileValues(view.context.profile, inquiry), countries: countryOptions(lang) };
}

export async function action(args: ActionFunctionArgs) {
  const { platform, actor, caseId, view } = await merchantPage(args);
  const posted = await args.request.formData();
  const form = parseForm(Schema, posted);
  if (!form.ok) return data({ ...form, refused: null }, 422);
  const { refused } = await saveProfile(platform, { view, actor, key: formKeyOf(platform, posted) }, form.value);
  return refused ? data({ refused }, 409) : redirect(`/cases/${caseId}/documents`);
}

export default function ProfilePage() {
  const { caseId, formKey, values, countries } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const w = useWords(words).profile;
  const bad = posted && "errors" in posted ? posted : undefined;
  return (
    <div className="grid max-w-[42rem] gap-8">
      <FormHead caseId={caseId} title={w.title} lead={w.lead} />
      <Refused reasons={posted?.refused} />
      <ProfileForm values={bad?.values ?? values} errors={bad?.errors} formKey={formKey} countries={countries} />
    </div>
  );
}
