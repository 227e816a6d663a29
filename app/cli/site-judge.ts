import { parseConfig, readEnvironment } from "#app/platform/config/config.server.ts";
import { openDatabase } from "#app/platform/db/database.server.ts";
import { openPlatform } from "#app/platform/open.server.ts";
import { judgeCommand } from "../site/judge-command.server.ts";
import { exportOverrules } from "../site/overrule-export.server.ts";

const streams = {
  out: (line: string) => process.stdout.write(`${line}\n`),
  err: (line: string) => process.stderr.write(`${line}\n`),
};
const args = process.argv.slice(2);
const overruled = args.find((arg) => arg.startsWith("--overrules="))?.slice("--overrules=".length);

// npm run site:judge -- --overrules=DIR: what reviewers said otherwise, as folders this very command judges again.
if (overruled) {
  const project = process.cwd();
  const config = parseConfig(readEnvironment(project), project);
  await using database = await openDatabase(config, project);
  await using platform = openPlatform({ ...config, databaseUrl: database.url });
  streams.out(JSON.stringify(await exportOverrules(platform, overruled)));
} else process.exitCode = await judgeCommand(args, streams);
