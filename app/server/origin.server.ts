import type { NextFunction, Request, Response } from "express";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that changes something may be one of ours. Browsers say where a form was sent from and cannot be made
 * to lie about it; a program that says nothing is let through when it brings no cookies, because then it acts in nobody's name.
 *
 * @param own origins that are ours
 * @param isDevelopment takes any origin that is the very host asked
 */
export function mayChange(
  {
    method,
    headers,
  }: { method: string; headers: { origin?: string; host?: string; cookie?: string; "sec-fetch-site"?: string } },
  own: string,
  isDevelopment: boolean,
): boolean {
  if (SAFE.has(method)) return true;
  const { origin, host, cookie } = headers;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (origin === undefined) return cookie === undefined;
  return origin === own || (isDevelopment && (origin === `http://${host}` || origin === `https://${host}`));
}

/** Refuses forms that another site sends in a visitor's name. */
export const sameOrigin =
  (own: string, isDevelopment: boolean) =>
  (request: Request, response: Response, next: NextFunction): void => {
    if (mayChange(request, own, isDevelopment)) {
      next();
      return;
    }
    response
      .status(403)
      .type("text")
      .send(
        "다른 사이트에서 보낸 요청은 받지 않습니다. 페이지를 새로 고친 뒤 다시 시도해 주세요.\nThis was sent from another site and is not accepted. Reload the page and try again.",
      );
  };
