import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { heldForm, nextIn, requireStaff } from "#app/auth/index.server.ts";
import { words } from "#app/auth/words.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.carryOn.title }));

/** After a step-up: the form that was under way, to be sent with one press. Nothing is sent by itself. */
export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  const { viewer } = await requireStaff(platform, request);
  const asked = new URL(request.url).searchParams;
  const back = nextIn(asked.get("back"), "/console");
  const held = await heldForm(platform, viewer, asked.get("held"));
  return held ? { ...held, back } : redirect(back);
}

export default function CarryOnPage() {
  const { path, fields, back } = useLoaderData<typeof loader>();
  const w = useWords(words).carryOn;
  return (
    <PublicShell>
      <div className="grid max-w-md gap-6">
        <h1 className="text-28 font-semibold">{w.title}</h1>
        <p>{w.what}</p>
        <Form method="post" action={path} className="flex flex-wrap gap-3">
          {fields.map(([name, value], place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice, and the order is the form's own.
            <input key={place} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton>{w.finish}</SubmitButton>
          <LinkButton to={back} tone="quiet">
            {w.back}
          </LinkButton>
        </Form>
      </div>
    </PublicShell>
  );
}
