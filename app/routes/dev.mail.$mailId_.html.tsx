import type { LoaderFunctionArgs } from "@remix-run/node";
import { devLetter, onlyInDevelopment } from "#app/mail/dev-mailbox.server.ts";
import { htmlAnswer } from "#app/mail/html-answer.server.ts";
import { isId } from "#app/platform/ids.ts";

export async function loader({ params, context: { platform } }: LoaderFunctionArgs) {
  onlyInDevelopment(platform);
  const letter = isId(params.mailId) ? await devLetter(platform, params.mailId) : null;
  if (!letter) throw new Response(null, { status: 404 });
  return htmlAnswer(letter.html);
}
