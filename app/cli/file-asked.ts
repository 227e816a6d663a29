import { resolve } from "node:path";
import { parseArgs } from "node:util";

/** A command was given no file, or one that it cannot use; the message is a sentence for the person at the keyboard. */
export class FileRefused extends Error {}

/** The one file that a command was given. @throws FileRefused with how the command is called when it was not exactly one */
export function fileAsked(usage: string): string {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new FileRefused(`Which file? ${usage}`);
  return resolve(file);
}
