import { AsyncLocalStorage } from "node:async_hooks";

/** Somebody was about to be called while a transaction was open: its locks would have been held for as long as they take. A bug. */
export class CalledInTransaction extends Error {
  constructor(what: string) {
    super(`${what} was called while a transaction was open: do it before, or file a job`);
    this.name = "CalledInTransaction";
  }
}

const transactions = new AsyncLocalStorage<{ isOpen: boolean }>();

/** Runs `work` as the inside of a transaction, which whatever it starts is part of until `work` is through. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const transaction = { isOpen: true };
  try {
    return await transactions.run(transaction, work);
  } finally {
    transaction.isOpen = false;
  }
}

/**
 * Stands at the beginning of everything that asks something outside the database: mail, HTTP, files, browsers, screening.
 *
 * @param what the role that is asked, e.g. `mailer`
 * @throws CalledInTransaction
 */
export function assertNoTransaction(what: string): void {
  if (transactions.getStore()?.isOpen) throw new CalledInTransaction(what);
}
