import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import {
  addPasskey,
  answerPasskey,
  askNewPasskey,
  askPasskey,
  nextIn,
  viewerOf,
  withNext,
} from "#app/auth/index.server.ts";
import { PasskeyRequest } from "#app/auth/passkey.schema.ts";

const failed = { ok: false, problem: "auth.passkey.failed" };
const MAX_BYTES = 64_000;

/** What scripts ask about passkeys, in JSON: a browser knows no other way. Answers say where to go, or what is wrong as a message key. */
export async function action({ request, context: { platform, ip } }: ActionFunctionArgs) {
  const asked = PasskeyRequest.safeParse(await jsonOf(request));
  if (!asked.success) return Response.json(failed, { status: 422 });
  const visit = { request, ip };
  switch (asked.data.ask) {
    case "whoIsIt": {
      const { options, headers } = await askPasskey(platform, visit);
      return Response.json({ ok: true, options }, { headers });
    }
    case "letMeIn": {
      const said = await answerPasskey(platform, { ...visit, response: asked.data.answer });
      return answer(said, nextIn(asked.data.next, "/console"));
    }
    case "takeThis": {
      const question = await askNewPasskey(platform, visit);
      // Signed in, but not lately proven: that comes first.
      if (!question && (await viewerOf(platform, request)))
        return Response.json({ ok: false, to: withNext("/staff/second-factor", "/account") }, { status: 403 });
      if (!question) return Response.json(failed, { status: 403 });
      return Response.json({ ok: true, options: question.options }, { headers: question.headers });
    }
    case "keepThis": {
      const said = await addPasskey(platform, { ...visit, response: asked.data.answer, name: asked.data.name });
      return answer(said, asked.data.next && nextIn(asked.data.next, "/console"));
    }
  }
}

type Said = { ok: true; headers: Headers } | { ok: false; problem: string };

const answer = (said: Said, to: string | undefined) =>
  said.ok ? Response.json({ ok: true, to }, { headers: said.headers }) : Response.json(said, { status: 422 });

async function jsonOf(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return text.length <= MAX_BYTES ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

export const loader = () => redirect("/staff/sign-in");
