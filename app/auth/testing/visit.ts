import type { ActionFunction, AppLoadContext, LoaderFunction } from "@remix-run/node";
import type { Hall } from "./hall.ts";

type Browser = ReturnType<Hall["browser"]>;
interface Route {
  loader?: unknown;
  action?: unknown;
}

export interface Answered {
  status: number;
  /** Where a redirect leads. */
  to: string | null;
  headers: Headers;
  /** What the loader or action returned. */
  data: unknown;
}

/** For tests: what a browser gets that opens a page (`form` absent) or sends its form; its cookies are kept. */
export async function visit(
  { platform }: Pick<Hall, "platform">,
  browser: Browser,
  route: Route,
  path: string,
  { form, json, params = {} }: { form?: Record<string, string>; json?: unknown; params?: Record<string, string> } = {},
): Promise<Answered> {
  const isSent = form !== undefined || json !== undefined;
  const body = form ? new URLSearchParams(form) : json === undefined ? undefined : JSON.stringify(json);
  const request = browser.request(path, isSent ? { method: "POST", body } : {});
  // The parts that the auth room asks for; the rest of a platform is not opened.
  const context = { platform, ip: "203.0.113.7", nonce: "n", requestId: "r" } as unknown as AppLoadContext;
  const run = (isSent ? route.action : route.loader) as LoaderFunction | ActionFunction;
  const answered = await answer(Promise.resolve().then(() => run({ request, params, context })));
  browser.keep({ ok: true, headers: answered.headers });
  return answered;
}

async function answer(running: Promise<unknown>): Promise<Answered> {
  const said = await running.catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (said instanceof Response) {
    const isJson = said.headers.get("Content-Type")?.includes("json");
    const data: unknown = isJson ? await said.json() : null;
    return { status: said.status, to: said.headers.get("Location"), headers: said.headers, data };
  }
  const { data, init } = (isWrapped(said) ? said : { data: said, init: undefined }) as {
    data: unknown;
    init?: ResponseInit;
  };
  return { status: init?.status ?? 200, to: null, headers: new Headers(init?.headers), data };
}

/** What `data(…, init)` of Remix makes. */
const isWrapped = (said: unknown): boolean =>
  typeof said === "object" && said !== null && (said as { type?: unknown }).type === "DataWithResponseInit";
