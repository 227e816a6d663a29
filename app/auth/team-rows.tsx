import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Button, type ButtonTone } from "#app/ui/button.tsx";
import { formatInstant } from "#app/ui/format/time.ts";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { words } from "./account-words.ts";
import type { InvitationLine, MemberLine } from "./team.server.ts";

interface MemberProps {
  member: MemberLine;
  isMe: boolean;
  /** Whether whoever looks is an owner. */
  isOwner: boolean;
  isLastOwner: boolean;
}

/** Somebody of the team, and what may be done about them: nothing about the last owner, who has to stay. */
export function MemberRow({ member, isMe, isOwner, isLastOwner }: MemberProps) {
  const lang = useLang();
  const w = useWords(words).team;
  const { userId, name, email, role, since } = member;
  const other = role === "owner" ? "member" : "owner";
  return (
    <Row
      title={
        <>
          {w.who(name)} {isMe ? <span className="font-normal text-ink-2">({w.you})</span> : null}
        </>
      }
      detail={`${email} · ${w.roles[role]} · ${w.since(formatInstant(since, lang, "day"))}`}
    >
      {isOwner && !isLastOwner ? (
        <Act intent="role" id={userId} role={other} label={role === "owner" ? w.makeMember : w.makeOwner} of={name} />
      ) : null}
      {(isOwner || isMe) && !isLastOwner ? (
        <Act intent="remove" id={userId} tone="danger" label={isMe ? w.leave : w.remove} of={name} />
      ) : null}
    </Row>
  );
}

export function InvitationRow({ invitation, isOwner }: { invitation: InvitationLine; isOwner: boolean }) {
  const lang = useLang();
  const w = useWords(words).team;
  const { id, email, role, expiresAt } = invitation;
  return (
    <Row title={email} detail={`${w.roles[role]} · ${w.until(formatInstant(expiresAt, lang, "day"))}`}>
      {isOwner ? <Act intent="uninvite" id={id} label={w.takeBack} of={email} /> : null}
    </Row>
  );
}

function Row({ title, detail, children }: { title: ReactNode; detail: string; children?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 px-5 py-4">
      <div className="grid min-w-0 gap-1">
        <p className="font-semibold break-words">{title}</p>
        <p className="text-13 break-words text-ink-2">{detail}</p>
      </div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </li>
  );
}

interface ActProps {
  intent: string;
  id: string;
  role?: string;
  tone?: ButtonTone;
  label: string;
  /** Whom it is about, for those who hear the button by itself. */
  of: string;
}

function Act({ intent, id, role, tone, label, of }: ActProps) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="id" value={id} />
      {role ? <input type="hidden" name="role" value={role} /> : null}
      <Button type="submit" size="s" tone={tone} name="intent" value={intent}>
        {label}
        <VisuallyHidden> {of}</VisuallyHidden>
      </Button>
    </Form>
  );
}
