import { authOf } from "./auth.server.ts";
import { networkOf, triedBy } from "./device.server.ts";
import type { Reception } from "./parts.ts";
import { cookiesOf, endSession, headersFor } from "./sessions.server.ts";
import { flow, forgive, MOST_FAILURES, tryOut } from "./throttle.server.ts";

const perNetwork = { burst: 60, everyMs: 10_000 };

export type PasswordProblem = "auth.password.wrong" | `auth.password.slow:${number}`;

/**
 * The first half of a staff sign-in. A right password opens ten minutes in which the second factor can be given (or set up), and nothing
 * else. Wrong, unknown and without a password are one answer after the same work.
 *
 * @returns the half session's cookie, or what is wrong as a message key
 */
export async function signInStaff(
  platform: Reception,
  { email, password, request, ip }: { email: string; password: string; request: Request; ip: string },
): Promise<{ ok: true; headers: Headers } | { ok: false; problem: PasswordProblem }> {
  const by = triedBy(platform, request, email);
  const tried = `passwords of ${email} by ${by}`;
  const network = await flow(platform, `passwords from ${networkOf(ip)}`, perNetwork);
  // Strangers end at a hundred failures; browsers that this person has used, and passkeys, go on working.
  const patience = network.ok
    ? await tryOut(platform, tried, by === "strangers" ? { most: MOST_FAILURES } : {})
    : network;
  if (!patience.ok) return { ok: false, problem: `auth.password.slow:${patience.retryInSeconds}` };

  const auth = await authOf(platform);
  const answer = await auth.api
    .signInEmail({ body: { email, password }, headers: headersFor(request, ip), returnHeaders: true })
    .catch(refusal);
  if (!answer) return { ok: false, problem: "auth.password.wrong" };
  await forgive(platform, tried);
  await endSession(platform, request);
  return { ok: true, headers: cookiesOf(answer.headers) };
}

/** better-auth says 401 to a wrong password, an unknown address and somebody without one; anything else is a fault. */
function refusal(error: unknown): null {
  if (error instanceof Error && "statusCode" in error && error.statusCode === 401) return null;
  throw error;
}
