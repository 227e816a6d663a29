import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export interface Running {
  child: ChildProcess;
  /** Standard output and error so far. */
  output: () => string;
  /** Waits for a text to be written. @throws with what was written when the process ends before */
  says(text: string | RegExp): Promise<RegExpExecArray>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** A program as a real process, with what it says. */
export function running(
  command: string,
  args: string[],
  options: { env?: Record<string, string | undefined>; cwd?: string } = {},
): Running {
  const env: Record<string, string | undefined> = { ...process.env, ...options.env };
  // What Vitest tells its workers is nothing to a program that runs by itself.
  for (const name of ["VITEST", "NODE_ENV", "NODE_OPTIONS"]) if (!(name in (options.env ?? {}))) delete env[name];
  const child = spawn(command, args, {
    cwd: options.cwd ?? process.cwd(),
    env: env as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      for (const hear of heard) hear();
    });
  }
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal }));
  return {
    child,
    ended,
    output: () => output,
    says: (text) =>
      new Promise((resolve, reject) => {
        const hear = () => {
          const match =
            typeof text === "string"
              ? output.includes(text)
                ? ([text] as unknown as RegExpExecArray)
                : null
              : text.exec(output);
          if (match) resolve(match);
        };
        heard.add(hear);
        hear();
        void ended.then(({ code, signal }) =>
          reject(new Error(`ended (${signal ?? code}) before it said ${text}:\n${output}`)),
        );
      }),
  };
}
