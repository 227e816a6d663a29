export interface Stop {
  /** Aborted when somebody asked us to stop: a signal, or the parent that started us being gone. */
  signal: AbortSignal;
  /** Resolves then. */
  asked: Promise<void>;
}

/** Listens for the ways a process is asked to stop. A second, impatient asking ends it at once. */
export function stopOnSignals(): Stop {
  const controller = new AbortController();
  let askedAt = 0;
  const ask = (code: number) => {
    // Ctrl-C reaches us twice: from the terminal, and passed on by the script that started us.
    if (askedAt !== 0 && Date.now() - askedAt > 1_000) process.exit(code);
    askedAt ||= Date.now();
    controller.abort();
    // Whatever hangs, the process does not.
    setTimeout(() => process.exit(code), 30_000).unref();
  };
  process.on("SIGINT", () => ask(130));
  process.on("SIGTERM", () => ask(143));
  process.on("SIGHUP", () => ask(129));
  process.on("disconnect", () => ask(143));
  const asked = new Promise<void>((resolve) => controller.signal.addEventListener("abort", () => resolve()));
  return { signal: controller.signal, asked };
}
