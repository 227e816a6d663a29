import { parseConfig, readEnvironment } from "#app/platform/config/config.server.ts";
import { openDatabase } from "#app/platform/db/database.server.ts";
import { type OpenDb, openDb } from "#app/platform/db/db.server.ts";
import { sentenceOf } from "./sentence.ts";

/** Runs a command on the database that the settings name (or the embedded one), and closes it whatever happens. */
export async function onDatabase<T>(work: (open: OpenDb & { url: string }) => Promise<T>): Promise<T> {
  const project = process.cwd();
  const config = parseConfig(readEnvironment(project), project);
  await using database = await openDatabase(config, project);
  await using open = openDb(database.url, { max: 4 });
  return await work({ ...open, url: database.url });
}

/**
 * The shape of every command whose last line others read: what a person wants to know goes above, then one line of JSON.
 *
 * @param work returns that line's object and whether what it states holds
 */
export async function answering(work: () => Promise<{ line: object; holds: boolean }>): Promise<void> {
  try {
    const { line, holds } = await work();
    console.log(JSON.stringify(line));
    process.exit(holds ? 0 : 1);
  } catch (error) {
    console.error(sentenceOf(error));
    process.exit(1);
  }
}
