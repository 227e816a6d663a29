import type { Mailer } from "#app/platform/mailer/mailer.ts";
import { UpstreamError } from "#app/platform/upstream-error.ts";

/** A mail carrier that keeps what it is given, until it breaks down. */
export function fakeMailer() {
  const sent: { to: string; text: string }[] = [];
  let isDown = false;
  const mailer = {
    async send(letter: { to: string; text: string }) {
      if (isDown) throw new UpstreamError("mailer", "no answer", true);
      sent.push(letter);
      return { messageId: `<${sent.length}@test>` };
    },
  } as unknown as Mailer;
  return {
    mailer,
    breakDown: () => {
      isDown = true;
    },
    /** The six digits of the newest letter. */
    code: (): string =>
      /\b(\d{3}) ?(\d{3})\b/
        .exec(sent.at(-1)?.text ?? "")
        ?.slice(1, 3)
        .join("") ?? "",
  };
}
