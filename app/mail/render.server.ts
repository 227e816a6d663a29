import { render } from "react-email";
import type { ComposedLetter } from "#emails/letter.tsx";

/** A letter as mail programs read it: HTML, and the same as plain text. */
export async function renderLetter({
  subject,
  body,
}: ComposedLetter): Promise<{ subject: string; html: string; text: string }> {
  const [html, text] = await Promise.all([render(body), render(body, { plainText: true })]);
  return { subject, html, text };
}
