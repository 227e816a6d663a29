import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Refused } from "#app/cases/index.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { FormHead } from "#app/kyc/form-head.tsx";
import { formKeyOf } from "#app/kyc/form-key.server.ts";
import { OwnersFound } from "#app/kyc/owners-found.tsx";
import { countryOptions, isEditable, merchantPage } from "#app/kyc/page.server.ts";
import { People } from "#app/kyc/people.schema.ts";
import { PeopleForm } from "#app/kyc/people-form.tsx";
import { editedRows } from "#app/kyc/people-rows.ts";
import { latestRevisions, unseal } from "#app/kyc/revisions.server.ts";
import { savePeople } from "#app/kyc/save-people.server.ts";
import { SealedPeople } from "#app/kyc/saved.ts";
import { words } from "#app/kyc/words.ts";
import { parseForm } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.people.title }));

export async function loader(args: LoaderFunctionArgs) {
  const { platform, caseId, view, lang, formKey } = await merchantPage(args);
  const { profile } = view.context;
  if (!profile) throw redirect(`/cases/${caseId}/profile`);
  const { people } = await latestRevisions(platform, caseId);
  // The merchant's own people, for the merchant's own form: birth dates come out of the seal here and nowhere else without a reason.
  const sealed = people && SealedPeople.parse(unseal(platform, people));
  const { body } = people ?? {};
  return {
    caseId,
    formKey,
    countries: countryOptions(lang),
    isLayered: profile.ownership === "layered",
    isProprietor: profile.applicantType === "krSoleProprietor",
    isEditable: isEditable(view, "data:people"),
    found: body
      ? { people: body.people, companies: body.companies, ownership: body.ownership, doubts: body.doubts }
      : null,
    values: body
      ? {
          people: body.people.map((person) => ({ ...person, bornOn: sealed?.bornOn[person.id] })),
          companies: body.companies.map((company) => ({ ...company, isExempt: company.isExempt ? "on" : undefined })),
          restIsSmall: body.restIsSmall ? "on" : undefined,
          actsForAnother: body.actsForAnother ? "on" : undefined,
        }
      : { people: [{ nationality: profile.country, residence: profile.country, sharesOf: "merchant" }] },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { platform, actor, caseId, view, formKey } = await merchantPage(args);
  const posted = await args.request.formData();
  const form = parseForm(People, posted);
  const intent = posted.get("_intent");
  const edited = typeof intent === "string" ? editedRows(form.ok ? form.value : form.values, intent) : null;
  if (edited) return data({ values: edited, errors: {}, version: formKey, refused: null });
  if (!form.ok) return data({ ...form, version: null, refused: null }, 422);
  const { errors, refused } = await savePeople(platform, { view, actor, key: formKeyOf(platform, posted) }, form.value);
  if (errors) return data({ values: form.value, errors, version: null, refused: null }, 422);
  return refused ? data({ refused }, 409) : redirect(`/cases/${caseId}/documents#data-people`);
}

export default function PeoplePage() {
  const {
    caseId,
    formKey,
    countries,
    isLayered,
    isProprietor,
    isEditable: editable,
    found,
    values,
  } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const all = useWords(words);
  const bad = posted && "errors" in posted ? posted : undefined;
  return (
    <div className="grid max-w-[42rem] gap-8">
      <FormHead caseId={caseId} title={all.people.title} lead={all.people.lead} />
      <Refused reasons={posted?.refused} />
      {editable ? null : <Notice>{all.locked}</Notice>}
      {found ? <OwnersFound {...found} /> : null}
      <fieldset disabled={!editable} className="contents disabled:[&_button]:hidden">
        <PeopleForm
          // Rows that came or went are other fields: the form begins anew with what was typed.
          key={bad?.version ?? "saved"}
          values={(bad?.values ?? values) as Parameters<typeof PeopleForm>[0]["values"]}
          errors={bad?.errors}
          formKey={formKey}
          countries={countries}
          isLayered={isLayered}
          isProprietor={isProprietor}
        />
      </fieldset>
    </div>
  );
}
