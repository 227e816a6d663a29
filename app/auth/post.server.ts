import type { ReactElement } from "react";
import { render, toPlainText } from "react-email";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { UpstreamError } from "#app/platform/upstream-error.ts";

/**
 * Sends a letter that carries a secret (a code, an invitation): straight to the mailer and kept nowhere, unlike the letters of a case.
 *
 * @returns whether it left; why not stands in the log
 */
export async function posted(
  { mailer, log }: Pick<Platform, "mailer" | "log">,
  to: string,
  { subject, body }: { subject: string; body: ReactElement },
  replyTo?: string,
): Promise<boolean> {
  const html = await render(body);
  try {
    await mailer.send({ key: newId(), to, subject, html, text: toPlainText(html), replyTo });
    return true;
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    log.warn({ err: error }, "a letter of the auth room could not leave");
    return false;
  }
}
