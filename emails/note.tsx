import type { ReactElement, ReactNode } from "react";
import { Body, Container, Head, Heading, Hr, Html, Preview, Text } from "react-email";
import type { Lang } from "#app/i18n/words.ts";

// The tokens of app/ui/theme.css, light: mail programs know no variables.
export const ink = "#16211f";
export const quiet = "#51605c";
export const accent = "#0b6a5d";
const line = "#d9dfdc";
const font =
  "Pretendard, -apple-system, BlinkMacSystemFont, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Segoe UI', sans-serif";
export const text = {
  color: ink,
  fontSize: "15px",
  lineHeight: "1.6",
  margin: "0 0 16px",
  wordBreak: "keep-all" as const,
};
export const button = {
  backgroundColor: accent,
  color: "#ffffff",
  borderRadius: "8px",
  padding: "12px 20px",
  fontSize: "15px",
  fontWeight: 600,
  textDecoration: "none",
};

interface Props {
  lang: Lang;
  subject: string;
  /** What a list of mails shows under the subject. */
  preview: string;
  title: string;
  children: ReactNode;
  /** Who should not be surprised by this letter, and what to do if so. */
  unasked: string;
}

/** The frame of a letter about somebody's account: it belongs to no case, and nobody answers it. */
export function note({ lang, subject, preview, title, children, unasked }: Props): {
  subject: string;
  body: ReactElement;
} {
  const body = (
    <Html lang={lang}>
      <Head />
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: "#fbfcfb", fontFamily: font, margin: 0, padding: "32px 16px" }}>
        <Container style={{ maxWidth: "520px", margin: "0 auto" }}>
          <Text style={{ ...text, color: quiet, fontSize: "13px", margin: "0 0 24px" }}>Gangway</Text>
          <Heading as="h1" style={{ ...text, fontSize: "21px", lineHeight: "1.4", fontWeight: 600 }}>
            {title}
          </Heading>
          {children}
          <Hr style={{ borderColor: line, margin: "32px 0 16px" }} />
          <Text style={{ ...text, color: quiet, fontSize: "13px", margin: 0 }}>{unasked}</Text>
        </Container>
      </Body>
    </Html>
  );
  return { subject, body };
}
