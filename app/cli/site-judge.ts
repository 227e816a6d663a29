import { judgeCommand } from "../site/judge-command.server.ts";

process.exitCode = await judgeCommand(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
