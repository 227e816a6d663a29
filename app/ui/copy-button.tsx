import { useEffect, useState } from "react";
import { useWords } from "../i18n/use-words.ts";
import { Button, type ButtonSize } from "./button.tsx";
import { Shape } from "./shape.tsx";
import { useHydrated } from "./use-hydrated.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";
import { words } from "./words.ts";

/** Copies `text`. Shown once scripts run: before, the text itself can be selected. `of` says what, to those who cannot see. */
export function CopyButton({ text, of, size = "s" }: { text: string; of?: string; size?: ButtonSize }) {
  const w = useWords(words);
  const isHydrated = useHydrated();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  if (!isHydrated) return null;
  return (
    <Button
      size={size}
      icon={isCopied ? <Shape tone="done" /> : null}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      <span aria-live="polite">{isCopied ? w.copied : w.copy}</span>
      {of ? <VisuallyHidden> {of}</VisuallyHidden> : null}
    </Button>
  );
}
