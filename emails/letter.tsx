import { Body, Button, Container, Head, Heading, Hr, Html, Preview, Section, Text } from "react-email";
import type { Lang } from "#app/i18n/words.ts";
import type { LetterName } from "#workflows/letters.ts";
import { letterWords } from "./words/index.ts";
import type { LetterFacts } from "./words/kind.ts";

export interface LetterProps {
  letter: LetterName;
  lang: Lang;
  facts: LetterFacts;
  /** Where the one button leads. */
  url: string;
  /** A sentence that a person wrote for the reader. */
  note?: string;
  /** Label and value, e.g. channel, country, currency, mode and payment ID. Never a secret. */
  table?: readonly (readonly [label: string, value: string])[];
  /** Things asked for, each with a reason where there is one. */
  list?: readonly { name: string; reason?: string }[];
}

/** A letter ready to be rendered. */
export interface ComposedLetter {
  subject: string;
  body: React.ReactElement;
}

const frame = {
  ko: { signature: "Gangway 드림", answer: "이 메일에 회신하시면 담당자에게 전달됩니다.", note: "남긴 말" },
  en: {
    signature: "Gangway",
    answer: "Answer this mail to reach the people in charge of your case.",
    note: "In their words",
  },
} satisfies Record<Lang, object>;

// Mail programs know neither style sheets nor variables; these are the tokens of app/ui/theme.css, light.
const ink = "#16211f";
const quiet = "#51605c";
const accent = "#0b6a5d";
const line = "#d9dfdc";
const font =
  "Pretendard, -apple-system, BlinkMacSystemFont, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Segoe UI', sans-serif";
const text = { color: ink, fontSize: "15px", lineHeight: "1.6", margin: "0 0 16px", wordBreak: "keep-all" as const };

/** Plain and narrow, readable as text: what happened, what is asked, one button. A pure function of its props. */
export function composeLetter({ letter, lang, facts, url, note, table, list }: LetterProps): ComposedLetter {
  const words = letterWords[letter][lang];
  const subject = words.subject(facts);
  const { signature, answer, note: noteLabel } = frame[lang];
  const body = (
    <Html lang={lang}>
      <Head />
      <Preview>{words.lead(facts)}</Preview>
      <Body style={{ backgroundColor: "#fbfcfb", fontFamily: font, margin: 0, padding: "32px 16px" }}>
        <Container style={{ maxWidth: "520px", margin: "0 auto" }}>
          <Text style={{ ...text, color: quiet, fontSize: "13px", margin: "0 0 24px" }}>
            Gangway · {facts.caseName}
          </Text>
          <Heading as="h1" style={{ ...text, fontSize: "21px", lineHeight: "1.4", fontWeight: 600 }}>
            {subject.replace(` (${facts.caseName})`, "")}
          </Heading>
          <Text style={text}>{words.lead(facts)}</Text>
          {note ? (
            <Section style={{ borderLeft: `2px solid ${line}`, paddingLeft: "16px", marginBottom: "16px" }}>
              <Text style={{ ...text, color: quiet, fontSize: "13px", margin: 0 }}>{noteLabel}</Text>
              <Text style={{ ...text, margin: 0, whiteSpace: "pre-wrap" }}>{note}</Text>
            </Section>
          ) : null}
          {list?.length ? (
            <Section style={{ marginBottom: "16px" }}>
              {list.map(({ name, reason }) => (
                <Text key={name} style={{ ...text, margin: "0 0 8px" }}>
                  · {name}
                  {reason ? <span style={{ color: quiet }}>: {reason}</span> : null}
                </Text>
              ))}
            </Section>
          ) : null}
          {table?.length ? (
            <table
              width="100%"
              cellPadding={0}
              cellSpacing={0}
              style={{ borderCollapse: "collapse", marginBottom: "16px", fontVariantNumeric: "tabular-nums" }}
            >
              <tbody>
                {table.map(([label, value]) => (
                  <tr key={label}>
                    <th
                      scope="row"
                      align="left"
                      style={{
                        borderBottom: `1px solid ${line}`,
                        padding: "8px 16px 8px 0",
                        color: quiet,
                        fontSize: "13px",
                        fontWeight: 400,
                        whiteSpace: "nowrap",
                      }}
                    >
                      {label}
                    </th>
                    <td style={{ borderBottom: `1px solid ${line}`, padding: "8px 0", color: ink, fontSize: "15px" }}>
                      {value}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : null}
          <Text style={text}>{words.next(facts)}</Text>
          <Button
            href={url}
            style={{
              backgroundColor: accent,
              color: "#ffffff",
              borderRadius: "8px",
              padding: "12px 20px",
              fontSize: "15px",
              fontWeight: 600,
              textDecoration: "none",
            }}
          >
            {words.button}
          </Button>
          <Hr style={{ borderColor: line, margin: "32px 0 16px" }} />
          <Text style={{ ...text, color: quiet, fontSize: "13px", margin: 0 }}>
            {answer}
            <br />
            {signature}
          </Text>
        </Container>
      </Body>
    </Html>
  );
  return { subject, body };
}
