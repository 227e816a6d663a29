import { randomBytes } from "node:crypto";
import type { NextFunction, Request, Response } from "express";

/** @param isDevServer the dev server writes scripts and styles into the page without asking: no policy then */
export interface SecurityOptions {
  isHttps: boolean;
  isDevServer: boolean;
}

const policy = (nonce: string, isHttps: boolean): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Positions and sizes are written on elements by the components and by mails in their preview; they load nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");

const always = {
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  // Not no-referrer: browsers then say `null` for the origin of a form.
  "Referrer-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)",
};

/**
 * A nonce for each response (`response.locals.nonce`) and the headers that keep a browser strict. They are set just before the head
 * is written and only where a route did not say otherwise: a document has a stricter policy of its own.
 */
export const securityHeaders =
  ({ isHttps, isDevServer }: SecurityOptions) =>
  (_request: Request, response: Response, next: NextFunction): void => {
    const nonce = randomBytes(16).toString("base64");
    response.locals.nonce = nonce;
    const headers: Record<string, string> = {
      ...always,
      ...(isDevServer ? {} : { "Content-Security-Policy": policy(nonce, isHttps) }),
      ...(isHttps ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
      // Pages hold what is somebody's; what may be kept says so itself.
      "Cache-Control": "private, no-store",
    };
    beforeHead(response, () => {
      for (const [name, value] of Object.entries(headers))
        if (!response.hasHeader(name)) response.setHeader(name, value);
    });
    next();
  };

function beforeHead(response: Response, work: () => void): void {
  const writeHead = response.writeHead;
  response.writeHead = function wrapped(this: Response, ...args: Parameters<typeof writeHead>) {
    response.writeHead = writeHead;
    work();
    return writeHead.apply(this, args);
  } as typeof writeHead;
}
