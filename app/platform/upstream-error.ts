/** Somebody else's fault: a mail server, a store, a shop, a PSP. Logged at `warn`; `retryable` says whether to come again. */
export class UpstreamError extends Error {
  readonly upstream: string;
  readonly retryable: boolean;
  constructor(upstream: string, message: string, retryable: boolean, options?: ErrorOptions) {
    super(`${upstream}: ${message}`, options);
    this.name = "UpstreamError";
    this.upstream = upstream;
    this.retryable = retryable;
  }
}

/** HTTP answers that may be better the next time. */
export const mayRetry = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || status >= 500;
