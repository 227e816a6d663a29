import type { ReactElement } from "react";
import { Button, Text } from "react-email";
import type { Lang } from "#app/i18n/words.ts";
import { button, note, text } from "./note.tsx";

const words = {
  ko: {
    subject: (code: string) => `로그인 코드 ${code}`,
    preview: (minutes: number) => `${minutes}분 동안 쓸 수 있습니다.`,
    title: "로그인 코드입니다",
    type: (minutes: number) =>
      `코드를 요청한 화면에 아래 여섯 자리를 입력해 주십시오. ${minutes}분 동안, 한 번만 쓸 수 있습니다.`,
    keep: "코드는 요청하신 브라우저에서만 쓸 수 있습니다. Gangway는 전화나 메신저로 코드를 묻지 않습니다.",
    unasked: "요청하지 않으셨다면 이 메일을 지우셔도 됩니다. 아무 일도 일어나지 않습니다.",
    staffSubject: "Gangway 직원 로그인 안내",
    staffTitle: "직원 로그인 화면을 이용해 주십시오",
    staffWhy: "이 주소는 직원 계정입니다. 직원은 메일 코드 대신 비밀번호와 인증 앱(또는 패스키)으로 로그인합니다.",
    staffButton: "직원 로그인",
  },
  en: {
    subject: (code: string) => `Your sign-in code is ${code}`,
    preview: (minutes: number) => `It works for ${minutes} minutes.`,
    title: "Your sign-in code",
    type: (minutes: number) =>
      `Type these six digits into the page that asked for them. They work once, within ${minutes} minutes.`,
    keep: "The code only works in the browser that asked for it. Gangway never asks for it by phone or chat.",
    unasked: "If you did not ask for it, delete this mail. Nothing happens.",
    staffSubject: "How staff sign in to Gangway",
    staffTitle: "Please use the entrance for staff",
    staffWhy:
      "This address is a staff account. Staff sign in with a password and an authenticator app (or a passkey), not with a mailed code.",
    staffButton: "Staff sign-in",
  },
} satisfies Record<Lang, object>;

/** Sent to whoever asks to sign in as a merchant, known or not. The code stands in the subject, so that a glance is enough. */
export function signInCode({ lang, code, minutes }: { lang: Lang; code: string; minutes: number }): {
  subject: string;
  body: ReactElement;
} {
  const w = words[lang];
  return note({
    lang,
    subject: w.subject(code),
    preview: w.preview(minutes),
    title: w.title,
    unasked: w.unasked,
    children: (
      <>
        <Text style={text}>{w.type(minutes)}</Text>
        <Text style={{ ...text, fontSize: "28px", fontWeight: 600, letterSpacing: "0.3em", lineHeight: "1.4" }}>
          {code}
        </Text>
        <Text style={text}>{w.keep}</Text>
      </>
    ),
  });
}

/** Sent in place of a code when the address is one of staff. */
export function staffSignIn({ lang, signInUrl }: { lang: Lang; signInUrl: string }): {
  subject: string;
  body: ReactElement;
} {
  const w = words[lang];
  return note({
    lang,
    subject: w.staffSubject,
    preview: w.staffTitle,
    title: w.staffTitle,
    unasked: w.unasked,
    children: (
      <>
        <Text style={text}>{w.staffWhy}</Text>
        <Button href={signInUrl} style={button}>
          {w.staffButton}
        </Button>
      </>
    ),
  });
}
