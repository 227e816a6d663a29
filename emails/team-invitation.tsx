import type { ReactElement } from "react";
import { Button, Text } from "react-email";
import type { Lang } from "#app/i18n/words.ts";
import { button, note, text } from "./note.tsx";

interface Props {
  lang: Lang;
  invitedBy: string;
  /** The case's short public id. */
  caseName: string;
  invitationUrl: string;
  days: number;
}

const words = {
  ko: {
    subject: ({ invitedBy, caseName }: Props) => `${invitedBy} 님의 초대: 온보딩을 함께 진행해 주십시오 (${caseName})`,
    title: "함께 진행하자는 초대입니다",
    what: ({ invitedBy, caseName }: Props) =>
      `${invitedBy} 님이 Gangway에서 진행하는 온보딩(${caseName})에 초대했습니다. 초대를 받으시면 서류와 진행 상황을 함께 보고 작업할 수 있습니다.`,
    how: ({ days }: Props) =>
      `아래 버튼을 누르면 이 주소로 로그인 코드를 보내 드립니다. 초대는 ${days}일 동안 유효합니다.`,
    button: "초대 받기",
    unasked: "누가 보낸 초대인지 모르신다면 이 메일을 지우셔도 됩니다. 아무 일도 일어나지 않습니다.",
  },
  en: {
    subject: ({ invitedBy, caseName }: Props) => `${invitedBy} invites you to work on an onboarding (${caseName})`,
    title: "An invitation to work together",
    what: ({ invitedBy, caseName }: Props) =>
      `${invitedBy} invites you to the onboarding ${caseName} at Gangway. Once you accept, you share its documents and see where it stands.`,
    how: ({ days }: Props) =>
      `The button sends a sign-in code to this address. The invitation is good for ${days} days.`,
    button: "Accept the invitation",
    unasked: "If you do not know who this is from, delete this mail. Nothing happens.",
  },
} satisfies Record<Lang, object>;

/** Sent when an owner of a case offers somebody a seat in its team. */
export function teamInvitation(props: Props): { subject: string; body: ReactElement } {
  const w = words[props.lang];
  return note({
    lang: props.lang,
    subject: w.subject(props),
    preview: w.what(props),
    title: w.title,
    unasked: w.unasked,
    children: (
      <>
        <Text style={text}>{w.what(props)}</Text>
        <Text style={text}>{w.how(props)}</Text>
        <Button href={props.invitationUrl} style={button}>
          {w.button}
        </Button>
      </>
    ),
  });
}

const staffWords = {
  ko: {
    subject: "Gangway 직원 계정 초대",
    title: "Gangway 콘솔에 초대합니다",
    what: (invitedBy: string) =>
      `${invitedBy} 님이 직원 계정을 준비했습니다. 비밀번호와 두 번째 확인 수단을 등록하면 바로 시작할 수 있습니다.`,
    how: (days: number) => `이 링크는 ${days}일 동안 한 번만 쓸 수 있습니다. 다른 사람에게 전달하지 마십시오.`,
    button: "계정 만들기",
    unasked: "Gangway에서 일하지 않으신다면 이 메일을 지워 주십시오.",
  },
  en: {
    subject: "Your Gangway staff account",
    title: "You are invited to the Gangway console",
    what: (invitedBy: string) =>
      `${invitedBy} has prepared a staff account for you. Choose a password, set up a second factor, and begin.`,
    how: (days: number) => `The link works once, within ${days} days. Do not pass it on.`,
    button: "Create the account",
    unasked: "If you do not work at Gangway, please delete this mail.",
  },
} satisfies Record<Lang, object>;

/** Sent when an administrator invites somebody to the house. */
export function staffInvitation({ lang, invitedBy, invitationUrl, days }: Omit<Props, "caseName">): {
  subject: string;
  body: ReactElement;
} {
  const w = staffWords[lang];
  return note({
    lang,
    subject: w.subject,
    preview: w.what(invitedBy),
    title: w.title,
    unasked: w.unasked,
    children: (
      <>
        <Text style={text}>{w.what(invitedBy)}</Text>
        <Text style={text}>{w.how(days)}</Text>
        <Button href={invitationUrl} style={button}>
          {w.button}
        </Button>
      </>
    ),
  });
}
