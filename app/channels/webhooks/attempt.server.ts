import { Refused } from "#app/platform/fetch/safe-fetch.ts";
import type { Platform } from "#app/platform/platform.ts";
import { UpstreamError } from "#app/platform/upstream-error.ts";
import { type PspParts, receive } from "#app/psp/index.server.ts";
import { signBody } from "#workflows/channel/body-signature.ts";
import type { Target } from "./endpoints.server.ts";

/** How one attempt went. */
export interface Outcome {
  /** Null when nothing was answered. */
  status: number | null;
  /** Why nothing was answered, as a key (`tooSlow`, `noAnswer`, `refused.privateAddress`); null with a status. */
  error: string | null;
  /** The first words of the answer. */
  answer: string | null;
  tookMs: number;
}

export type Parts = PspParts & Pick<Platform, "fetch">;

/** What a receiver may take, connection to last byte. */
export const deadlineMs = 10_000;
const MAX_BYTES = 64 * 1024;
const SHOWN_CHARACTERS = 300;

/**
 * Posts one body to one endpoint, signed with the secrets in force, and follows no redirect. Never throws: whatever the other side
 * does is an outcome.
 */
export async function attempt(platform: Parts, target: Target, eventId: string, body: string): Promise<Outcome> {
  const headers = { ...signBody(eventId, Math.floor(platform.now().getTime() / 1000), body, target.secrets) };
  const began = performance.now();
  const outcome = await send(platform, target, headers, body);
  return { ...outcome, tookMs: Math.round(performance.now() - began) };
}

async function send(
  platform: Parts,
  target: Target,
  headers: Record<string, string>,
  body: string,
): Promise<Omit<Outcome, "tookMs">> {
  // Our own stand-in is asked inside: the guarded way out leads to nothing of ours.
  if (target.isStandIn) {
    const { status, body: answer } = await receive(platform, target.url.split("/").at(-1)!, headers, body);
    return { status, answer, error: null };
  }
  try {
    const { status, body: answer } = await platform.fetch(target.url, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json", "user-agent": "Gangway-Webhooks/1.0", accept: "*/*" },
      body,
      timeoutMs: deadlineMs,
      maxBytes: MAX_BYTES,
      maxRedirects: 0,
    });
    return { status, error: null, answer: printable(Buffer.from(answer).toString("utf8")) };
  } catch (error) {
    if (error instanceof Refused) return { status: null, error: `refused.${error.reason}`, answer: null };
    if (!(error instanceof UpstreamError)) throw error;
    return { status: null, error: error.message.includes("too slow") ? "tooSlow" : "noAnswer", answer: null };
  }
}

/** A stranger's words for our log: no control characters, and not many. */
const printable = (text: string): string => text.replace(/\p{Cc}+/gu, " ").slice(0, SHOWN_CHARACTERS);

export const isDelivered = ({ status }: Pick<Outcome, "status">): boolean =>
  status !== null && status >= 200 && status < 300;
/** Coming again cannot help: the address may not be asked. */
export const isHopeless = ({ error }: Pick<Outcome, "error">): boolean =>
  error?.startsWith("refused.") === true && error !== "refused.unresolvable";
