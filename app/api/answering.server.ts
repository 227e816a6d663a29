import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { flow } from "#app/auth/index.server.ts";
import { acceptedLang } from "#app/i18n/lang.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { type PartnerAsker, verifyPartnerKey } from "#app/partners/index.server.ts";
import type { PartnerScope } from "#app/partners/partner.schema.ts";
import { bearerOf } from "#app/platform/http/request-text.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { ApiProblem, problemAnswer } from "./problem.ts";

/** A request of somebody who may make it. */
export interface Call {
  platform: Platform;
  request: Request;
  params: Readonly<Record<string, string | undefined>>;
  url: URL;
  asker: PartnerAsker;
  /** Of the sentences in problems. */
  lang: Lang;
}

export interface Answer {
  status?: number;
  body: object;
  headers?: Record<string, string>;
}

interface Handler {
  scope: PartnerScope;
  run(call: Call): Promise<Answer>;
}

export type Method = "GET" | "POST" | "DELETE";
export type Handlers = { readonly [method in Method]?: Handler };

/** 60 at once, then one a second. */
const rate = { burst: 60, everyMs: 1_000 };
/** Wrong keys from one address: nobody guesses 256 bits, but each guess costs us a look. */
const wrongKeys = { burst: 30, everyMs: 10_000 };

export const apiLang = (request: Request): Lang => acceptedLang(request.headers.get("Accept-Language")) ?? "en";

type Args = Pick<LoaderFunctionArgs | ActionFunctionArgs, "request" | "params" | "context">;

/**
 * Answers a request to the API: who asks, may they, are they too fast, then the work. Whatever goes wrong is a problem document; what
 * nobody expected is logged and answered without a word about why.
 */
export async function answering(args: Args, handlers: Handlers): Promise<Response> {
  const { request, params, context } = args;
  const { platform, requestId } = context;
  const lang = apiLang(request);
  try {
    const handler = handlers[(request.method === "HEAD" ? "GET" : request.method) as Method];
    if (!handler) throw new ApiProblem("method_not_allowed", { headers: { Allow: Object.keys(handlers).join(", ") } });
    const asker = await askerOf(platform, request, context.ip);
    if (!asker.scopes.includes(handler.scope)) throw new ApiProblem("scope_missing");
    await within(platform, `partner api ${asker.partnerId}`, rate);
    const answer = await handler.run({ platform, request, params, url: new URL(request.url), asker, lang });
    return Response.json(answer.body, {
      status: answer.status ?? 200,
      headers: { "Cache-Control": "no-store", ...answer.headers },
    });
  } catch (error) {
    const isKnown = error instanceof ApiProblem;
    const problem = isKnown ? error : new ApiProblem("internal");
    if (isKnown) platform.log.info({ requestId, problem: problem.code }, "the partner API said no");
    else platform.log.error({ err: error, requestId }, "the partner API failed");
    return problemAnswer(problem, { lang, requestId, publicUrl: platform.config.publicUrl });
  }
}

async function askerOf(platform: Platform, request: Request, ip: string): Promise<PartnerAsker> {
  const asker = await verifyPartnerKey(platform, bearerOf(request) ?? "");
  if (asker) return asker;
  await within(platform, `partner api wrong key from ${ip}`, wrongKeys);
  throw new ApiProblem("unauthorized", { headers: { "WWW-Authenticate": "Bearer" } });
}

async function within(platform: Platform, key: string, limit: { burst: number; everyMs: number }): Promise<void> {
  const passed = await flow(platform, key, limit);
  if (!passed.ok) throw new ApiProblem("rate_limited", { headers: { "Retry-After": String(passed.retryInSeconds) } });
}

/** The answer at an address where nothing is. */
export const noSuchAddress = ({ request, context: { platform, requestId } }: Args): Response =>
  problemAnswer(new ApiProblem("not_found"), {
    lang: apiLang(request),
    requestId,
    publicUrl: platform.config.publicUrl,
  });
