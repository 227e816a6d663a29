import { createTransport } from "nodemailer";
import type { Config } from "../config/config.server.ts";
import { assertNoTransaction } from "../outside.server.ts";
import { UpstreamError } from "../upstream-error.ts";
import { safe } from "./envelope.server.ts";
import type { Mailer } from "./mailer.ts";
import { messageIdOf } from "./message-id.server.ts";

/** Hands letters to a mail server, over a few connections that are kept open. */
export function smtpMailer({
  smtpUrl,
  mailFrom,
  publicUrl,
}: { smtpUrl: string } & Pick<Config, "mailFrom" | "publicUrl">): Mailer & { close(): void } {
  const { protocol, hostname, port, username, password, searchParams } = new URL(smtpUrl);
  const transport = createTransport({
    pool: true,
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port ? Number(port) : protocol === "smtps:" ? 465 : 587,
    secure: protocol === "smtps:",
    // A password never goes over an open line, unless the address says so for a catcher on the same machine.
    requireTLS: protocol === "smtp:" && username !== "" && searchParams.get("tls") !== "off",
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // Letters are rendered by us; no part of one may name a file or an address to be read while sending.
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    async send(mail) {
      assertNoTransaction("mailer");
      const { key, to, replyTo, subject, html, text } = safe(mail);
      const messageId = messageIdOf(key, publicUrl);
      try {
        await transport.sendMail({
          from: mailFrom,
          to: { name: "", address: to },
          replyTo: replyTo && { name: "", address: replyTo },
          subject,
          html,
          text,
          messageId,
          headers: { "Auto-Submitted": "auto-generated" },
        });
      } catch (error) {
        throw translated(error as SmtpError);
      }
      return { messageId };
    },
    close: () => transport.close(),
  };
}

type SmtpError = Error & { code?: string; responseCode?: number };

/** 5xx is about this letter and final, except a refused password: that is our setting, and the letter waits for it. */
function translated(error: SmtpError): UpstreamError {
  const { code = "unknown", responseCode } = error;
  const isFinal = responseCode !== undefined && responseCode >= 500 && code !== "EAUTH";
  return new UpstreamError(
    "mail",
    responseCode ? `answered ${responseCode} (${code})` : `no answer (${code})`,
    !isFinal,
    { cause: error },
  );
}
