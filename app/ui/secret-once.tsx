import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.ts";
import { CopyButton } from "./copy-button.tsx";
import { words } from "./secret-words.ts";
import { Status } from "./status.tsx";

interface Props {
  /** What it is the secret of: "ZaloPay · VN · VND, live". */
  label: string;
  secret: string;
  /** Where it goes; a sentence of the kit unless given. */
  whatToDo?: ReactNode;
  /** What comes next: "I have stored it". */
  action?: ReactNode;
}

/** A secret, this once: to copy, with where it belongs and what nobody will ever ask for. */
export function SecretOnce({ label, secret, whatToDo, action }: Props) {
  const w = useWords(words).secret;
  return (
    <section aria-label={label} className="tone-act grid gap-4 rounded-md border-2 border-tone bg-sheet px-5 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-17 font-semibold">{label}</h2>
        <Status tone="act">{w.once}</Status>
      </div>
      <div className="flex items-start justify-between gap-3 rounded-md bg-sunk px-4 py-3">
        <code translate="no" className="min-w-0 font-mono text-15 break-all select-all">
          {secret}
        </code>
        <CopyButton text={secret} of={label} />
      </div>
      <ul className="grid gap-1 pl-5 text-15 [list-style:disc]">
        <li>{whatToDo ?? w.keep}</li>
        <li>{w.never}</li>
        <li>{w.neverAsk}</li>
      </ul>
      {action}
    </section>
  );
}
