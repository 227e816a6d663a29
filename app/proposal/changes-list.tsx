import type { ChangeSaid } from "./differences.server.ts";

/** What is different from the version before, line by line. */
export function ChangesList({ changes }: { changes: readonly ChangeSaid[] }) {
  return (
    <ul className="grid gap-1 text-15 in-[.dense]:text-13">
      {changes.map(({ what, line, detail }) => (
        <li key={what + line}>
          <span className="font-semibold">{what}</span> {line} <span className="num text-ink-2">{detail}</span>
        </li>
      ))}
    </ul>
  );
}
