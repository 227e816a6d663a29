import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type DestinationStream, destination, type Logger, multistream, pino, stdTimeFunctions } from "pino";
import type { Config } from "../config/config.server.ts";
import { redact } from "./redact.ts";

/**
 * Lines of JSON, in UTC, with nothing in them that is a secret or somebody's. In production they go to standard output; in
 * development to `gangway.log` in the data folder, with warnings on the screen as well.
 */
export function openLog({ mode, dataDir, logLevel }: Pick<Config, "mode" | "dataDir" | "logLevel">): Logger {
  if (mode === "production") return logTo(destination(1), logLevel);
  mkdirSync(dataDir, { recursive: true });
  const file = destination({ dest: join(dataDir, "gangway.log"), append: true, mode: 0o600 });
  return logTo(
    multistream([
      { stream: file, level: logLevel },
      { stream: destination(2), level: "warn" },
    ]),
    logLevel,
  );
}

/** The same log into any stream. */
export const logTo = (stream: DestinationStream, level: string): Logger =>
  pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      formatters: {
        level: (name) => ({ level: name }),
        // Errors become data here, before pino would take their message as it is.
        log: (entry) => redact(entry) as Record<string, unknown>,
      },
      serializers: { err: (error: unknown) => (error instanceof Error ? redact(error) : error) },
      // The one gate that every line passes, whatever way a value took into it (message, child's fields, entry).
      hooks: { streamWrite: (line) => `${JSON.stringify(redact(JSON.parse(line)))}\n` },
    },
    stream,
  );
