import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Refused } from "#app/cases/index.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { SettlementAccount } from "#app/kyc/account.schema.ts";
import { AccountForm } from "#app/kyc/account-form.tsx";
import { FormHead } from "#app/kyc/form-head.tsx";
import { formKeyOf } from "#app/kyc/form-key.server.ts";
import { countryOptions, isEditable, merchantPage } from "#app/kyc/page.server.ts";
import { latestRevisions } from "#app/kyc/revisions.server.ts";
import { saveAccount } from "#app/kyc/save-account.server.ts";
import { words } from "#app/kyc/words.ts";
import { parseForm } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.account.title }));

export async function loader(args: LoaderFunctionArgs) {
  const { platform, caseId, view, lang, formKey } = await merchantPage(args);
  const { profile } = view.context;
  if (!profile) throw redirect(`/cases/${caseId}/profile`);
  const { account, business, people } = await latestRevisions(platform, caseId);
  const isProprietor = profile.applicantType === "krSoleProprietor";
  const holder = isProprietor
    ? people?.body.people.find(({ offices }) => offices.includes("representative"))?.name
    : business?.body.data.legalName;
  const { tail = null, doubts: _, ...saved } = account?.body ?? {};
  const guess = profile.settlementAccount === "korea" ? { holder, country: "KR", currency: "KRW" } : { holder };
  return {
    caseId,
    formKey,
    tail,
    values: account ? saved : guess,
    isAbroad: profile.settlementAccount !== "korea" || ("country" in saved && saved.country !== "KR"),
    countries: countryOptions(lang),
    isEditable: isEditable(view, "data:settlementAccount"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { platform, actor, caseId, view } = await merchantPage(args);
  const posted = await args.request.formData();
  const form = parseForm(SettlementAccount, posted);
  if (!form.ok) return data({ ...form, refused: null }, 422);
  const { refused } = await saveAccount(platform, { view, actor, key: formKeyOf(platform, posted) }, form.value);
  return refused ? data({ refused }, 409) : redirect(`/cases/${caseId}/documents#data-settlementAccount`);
}

export default function AccountPage() {
  const { caseId, formKey, tail, values, isAbroad, countries, isEditable: editable } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const all = useWords(words);
  const bad = posted && "errors" in posted ? posted : undefined;
  return (
    <div className="grid max-w-[42rem] gap-8">
      <FormHead caseId={caseId} title={all.account.title} lead={all.account.lead} />
      <Refused reasons={posted?.refused} />
      {editable ? null : <Notice>{all.locked}</Notice>}
      <fieldset disabled={!editable} className="contents disabled:[&_button]:hidden">
        <AccountForm
          values={bad?.values ?? values}
          errors={bad?.errors}
          formKey={formKey}
          tail={tail}
          isAbroad={isAbroad}
          countries={countries}
        />
      </fieldset>
    </div>
  );
}
