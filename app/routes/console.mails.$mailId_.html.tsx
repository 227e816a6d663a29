import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/index.server.ts";
import { htmlAnswer } from "#app/mail/html-answer.server.ts";
import { readMail } from "#app/mail/index.server.ts";
import { isId } from "#app/platform/ids.ts";

export async function loader({ request, params, context: { platform } }: LoaderFunctionArgs) {
  await requireStaff(platform, request);
  const mail = isId(params.mailId) ? await readMail(platform, params.mailId) : null;
  if (!mail) throw new Response(null, { status: 404 });
  return htmlAnswer(mail.html);
}
