import { RulesRefused } from "#app/engine/replay-rules.ts";
import { BackupRefused } from "#app/platform/backup/read.server.ts";
import { ConfigRefused } from "#app/platform/config/config.server.ts";
import { DatabaseUnreachable } from "#app/platform/db/database.server.ts";
import { EmbeddedRefused } from "#app/platform/db/embedded.server.ts";
import { MigrationChanged } from "#app/platform/db/migrate.server.ts";
import { PortTaken } from "#app/server/listen.server.ts";
import { BuildFailed } from "./build-when-changed.ts";
import { FileRefused } from "./file-asked.ts";

const expected = [
  RulesRefused,
  BackupRefused,
  FileRefused,
  ConfigRefused,
  DatabaseUnreachable,
  EmbeddedRefused,
  MigrationChanged,
  PortTaken,
  BuildFailed,
];

/** What the person at the keyboard reads when a command cannot do its work: a sentence where we foresaw it, everything where not. */
export const sentenceOf = (error: unknown): string => {
  if (expected.some((kind) => error instanceof kind)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
