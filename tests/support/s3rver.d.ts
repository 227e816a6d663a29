/** The few words of the S3 server that the tests use; the package brings no types. */
declare module "@20minutes/s3rver" {
  import type { AddressInfo } from "node:net";
  export default class S3rver {
    constructor(options: {
      address: string;
      port: number;
      directory: string;
      silent: boolean;
      resetOnClose: boolean;
      configureBuckets: { name: string }[];
    });
    /** Koa's. */
    middleware: ((
      context: { method: string; query: Record<string, string | string[] | undefined>; status: number },
      next: () => Promise<void>,
    ) => Promise<void>)[];
    run(callback: (error: Error | null, address: AddressInfo) => void): void;
    close(callback: () => void): void;
  }
}
