import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { TeamAct, TeamInvitation } from "#app/auth/account.schema.ts";
import { words } from "#app/auth/account-words.ts";
import {
  changeRole,
  invite,
  removeMember,
  requireMember,
  type TeamProblem,
  teamOf,
  uninvite,
} from "#app/auth/index.server.ts";
import { InvitationRow, MemberRow } from "#app/auth/team-rows.tsx";
import { words as entrance } from "#app/auth/words.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { setSharing, sharingOf } from "#app/partners/index.server.ts";
import { SharingCard } from "#app/partners/sharing-card.tsx";
import { Card } from "#app/ui/card.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Field } from "#app/ui/field.tsx";
import { type FormErrors, parseForm, sentenceOf, usePlainForm } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.team.title }));

export async function loader({ request, params, context: { platform } }: LoaderFunctionArgs) {
  const { caseId, viewer } = await requireMember(platform, request, params.caseId);
  const [{ members, invitations }, sharing] = await Promise.all([
    teamOf(platform, caseId),
    sharingOf(platform, caseId),
  ]);
  const isOwner = members.some(({ userId, role }) => userId === viewer.userId && role === "owner");
  return { members, invitations, isOwner, sharing, me: viewer.userId };
}

interface Answer {
  problem?: TeamProblem;
  errors?: FormErrors;
  values?: object;
}

export async function action({ request, params, context: { platform } }: ActionFunctionArgs) {
  const { caseId, viewer: by } = await requireMember(platform, request, params.caseId);
  const posted = await request.formData();
  const refused = (problem: TeamProblem) => data<Answer>({ problem }, 409);

  if (posted.get("intent") === "invite") {
    const form = parseForm(TeamInvitation, posted);
    if (!form.ok) return data<Answer>({ errors: form.errors, values: form.values }, 422);
    const said = await invite(platform, { caseId, ...form.value, by, lang: await langOf(request) });
    if (said.ok) return redirect(`/cases/${caseId}/team?sent=1`);
    return data<Answer>({ errors: { email: said.problem }, values: form.value }, 409);
  }
  const wish = posted.get("intent");
  if (wish === "share" || wish === "unshare") {
    await setSharing(platform, {
      caseId,
      isShared: wish === "share",
      lang: await langOf(request),
      userId: by.userId,
    });
    return redirect(`/cases/${caseId}/team`);
  }
  const asked = TeamAct.safeParse(Object.fromEntries(posted));
  if (!asked.success) throw new Response(null, { status: 404 });
  const { intent, id } = asked.data;
  const said =
    intent === "uninvite"
      ? await uninvite(platform, { caseId, id, by })
      : intent === "remove"
        ? await removeMember(platform, { caseId, userId: id, by })
        : await changeRole(platform, { caseId, userId: id, role: asked.data.role, by });
  if (!said.ok) return refused(said.problem);
  // Whoever has just left has nothing more to see here.
  return redirect(intent === "remove" && id === by.userId ? "/cases" : `/cases/${caseId}/team`);
}

export default function TeamPage() {
  const { members, invitations, isOwner, sharing, me } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const isSent = useSearchParams()[0].has("sent");
  const lang = useLang();
  const w = useWords(words);
  const owners = members.filter(({ role }) => role === "owner").length;
  const form = usePlainForm({
    values: said?.values ?? { role: "member" },
    errors: said?.errors,
    problems: { ...useWords(entrance).problems, ...w.problems },
  });
  return (
    <div className="grid max-w-[42rem] gap-8">
      <header className="grid gap-2">
        <h1 className="text-28 font-semibold">{w.team.title}</h1>
        <p className="text-ink-2">{w.team.intro}</p>
      </header>
      {said?.problem ? (
        <Notice tone="problem" live>
          {sentenceOf(said.problem, lang, w.problems)}
        </Notice>
      ) : null}
      {isSent && !said ? (
        <Notice tone="done" live>
          {w.team.sent}
        </Notice>
      ) : null}
      <ul className="divide-y divide-line rounded-md border border-line bg-sheet">
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            isMe={member.userId === me}
            isOwner={isOwner}
            isLastOwner={member.role === "owner" && owners === 1}
          />
        ))}
      </ul>
      {invitations.length > 0 ? (
        <section className="grid gap-3">
          <h2 className="text-21 font-semibold">{w.team.invited}</h2>
          <ul className="divide-y divide-line rounded-md border border-line bg-sheet">
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} isOwner={isOwner} />
            ))}
          </ul>
        </section>
      ) : null}
      {isOwner ? (
        <Card title={w.team.inviteTitle}>
          {/* Once an invitation is sent the form is an empty one again. */}
          <Form key={invitations.length} method="post" noValidate className="grid gap-6">
            <ErrorSummary errors={form.errors} />
            <Field type="email" label={w.team.email} width="half" autoComplete="off" {...form.field("email")} />
            <Choice
              legend={w.team.role}
              type="radio"
              options={(["member", "owner"] as const).map((role) => ({
                value: role,
                label: w.team.roles[role],
                hint: w.team.roleHints[role],
              }))}
              {...form.field("role")}
            />
            <div>
              <SubmitButton name="intent" value="invite">
                {w.team.send}
              </SubmitButton>
            </div>
          </Form>
        </Card>
      ) : (
        <p className="text-15 text-ink-2">{w.team.onlyOwners}</p>
      )}
      {sharing ? <SharingCard {...sharing} /> : null}
    </div>
  );
}
