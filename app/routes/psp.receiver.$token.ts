import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readText } from "#app/platform/http/request-text.server.ts";
import { isToken, receive } from "#app/psp/index.server.ts";

/** The stand-in's webhook address. */
export async function action({ request, params, context: { platform } }: ActionFunctionArgs) {
  if (!isToken(params.token)) return new Response(null, { status: 404 });
  const body = await readText(request);
  if (body === null) return new Response(null, { status: 413 });
  const answer = await receive(platform, params.token, Object.fromEntries(request.headers), body);
  return new Response(answer.body, { status: answer.status });
}

/** Opened in a browser, it shows what came. */
export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/psp/receiver/${params.token}/seen`);
