import type { ReactNode } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { Mark } from "../logo.tsx";
import { Status } from "../status.tsx";
import type { Tone } from "../tone.ts";
import { words } from "./words.ts";

/** What a merchant sees on an ordinary day, said to be an example. Nothing in it can be pressed. */
export function JourneySample() {
  const w = useWords(words);
  const { sample } = w;
  return (
    <figure className="grid gap-2">
      <div className="overflow-clip rounded-md border border-line bg-sheet">
        <p className="flex items-center gap-2 border-b border-line px-4 py-3 text-15 font-semibold">
          <Mark className="size-5" />
          {sample.merchant}
        </p>
        <Line tone="act" word={sample.next} what={sample.task} when={sample.by} isFirst />
        <Line tone="wait" word={sample.waiting} what={sample.waitingFor} when={sample.waitingBy} />
        <Line tone="done" word={sample.done} what={sample.doneWhat} />
      </div>
      <figcaption className="text-13 text-ink-2">{w.sampleLabel}</figcaption>
    </figure>
  );
}

interface LineProps {
  tone: Tone;
  word: ReactNode;
  what: ReactNode;
  when?: ReactNode;
  isFirst?: boolean;
}

function Line({ tone, word, what, when, isFirst }: LineProps) {
  return (
    <div className={`grid gap-1 px-4 py-4 ${isFirst ? "" : "border-t border-line"}`}>
      <Status tone={tone} bare>
        {word}
      </Status>
      <p className={isFirst ? "text-21 font-semibold" : "text-17 font-medium"}>{what}</p>
      {when ? <p className="num text-15 text-ink-2">{when}</p> : null}
    </div>
  );
}
