import { UpstreamError } from "../upstream-error.ts";
import type { Outgoing } from "./mailer.ts";

// One address and nothing else: no name, list, comment, route or line break. What a mail server takes, it may still refuse.
const ADDRESS = /^[^\s<>()[\]\\,;:"@\p{C}]{1,64}@(?=.{1,253}$)[^\s<>()[\]\\,;:"@\p{C}]+$/u;

function addressOf(text: string): string {
  if (!ADDRESS.test(text)) throw new UpstreamError("mail", "this is no address that can be written to", false);
  return text;
}

/**
 * The letter with headers in which nobody can hide another: addresses are single, the subject is one line.
 *
 * @throws UpstreamError (final) for an address that is none
 */
export const safe = (mail: Outgoing): Outgoing => ({
  ...mail,
  to: addressOf(mail.to),
  replyTo: mail.replyTo === undefined ? undefined : addressOf(mail.replyTo),
  subject: mail.subject
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, 250),
});
