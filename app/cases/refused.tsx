import { useLang, useWords } from "#app/i18n/use-words.ts";
import type { Lang } from "#app/i18n/words.ts";
import { Notice } from "#app/ui/notice.tsx";
import { reasonWords } from "./reason-words.ts";
import { words } from "./words.ts";

/** The sentence for a reason of the law; one this build does not know says that it cannot be done now. */
export const reasonSentence = (reason: string, lang: Lang): string => {
  const sentences: Readonly<Record<string, string>> = reasonWords[lang];
  return sentences[reason] ?? reasonWords[lang].notNow;
};

/** The answer of the law when it said no: what is missing, and that nothing was written. */
export function Refused({ reasons }: { reasons: readonly string[] | null | undefined }) {
  const w = useWords(words).refused;
  if (!reasons?.length) return null;
  return (
    <Notice tone="problem" title={w.title} live>
      <Reasons reasons={reasons} />
      <p className="text-ink-2">{w.kept}</p>
    </Notice>
  );
}

/** One sentence a reason. */
export function Reasons({ reasons, id }: { reasons: readonly string[]; id?: string }) {
  const lang = useLang();
  const sentences = [...new Set(reasons.map((reason) => reasonSentence(reason, lang)))];
  return (
    <ul id={id} className="grid gap-1">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
