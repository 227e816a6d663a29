import type { ReactElement } from "react";
import { render, toPlainText } from "react-email";

/** A letter as the templates make it. */
export interface Letter {
  subject: string;
  body: ReactElement;
}

/** The two forms a letter leaves in. */
export async function renderLetter({
  subject,
  body,
}: Letter): Promise<{ subject: string; html: string; text: string }> {
  const html = await render(body);
  return { subject, html, text: toPlainText(html) };
}
