import type { Page } from "playwright-core";

/** A pool of sandboxed pages whose every request goes through the same guard as `SafeFetch`. */
export interface Browsers {
  /**
   * Runs `work` with a fresh page in a fresh context; waits when all are taken.
   *
   * @throws UpstreamError when no browser can be started
   */
  withPage<T>(work: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
