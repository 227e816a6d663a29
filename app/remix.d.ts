import type { Platform } from "./platform/platform.ts";

declare module "@remix-run/node" {
  /** What the server hands to every loader and action. */
  interface AppLoadContext {
    platform: Platform;
    /** Of this response's Content-Security-Policy. */
    nonce: string;
    /** As it stands in the log. */
    requestId: string;
    /** The visitor's address, as far as our own proxies are believed. */
    ip: string;
  }
  /** Loaders' data arrives as it was returned: a Date is a Date. */
  interface Future {
    v3_singleFetch: true;
  }
}
