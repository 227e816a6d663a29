import { z } from "zod";
import type { Lang } from "#app/i18n/words.ts";
import { type FormErrors, parseForm } from "#app/ui/form/index.ts";
import { Percent } from "./choices.server.ts";
import type { LineView } from "./view.server.ts";
import { words } from "./words.ts";

const Counter = z.object({
  counter: z
    .array(
      z.object({
        line: z.coerce.number<string>().int().min(0),
        rate: Percent.nullable(),
        text: z.string().trim().max(500).default(""),
      }),
    )
    .max(200)
    .default([]),
});

export interface LineWish {
  line: number;
  text: string;
}

/**
 * What a merchant would rather have, line by line: a rate, a condition, or both.
 *
 * @returns a sentence for each line about which something is wished, or message keys by field
 */
export function countersFrom(
  form: FormData,
  lang: Lang,
): { ok: true; wishes: LineWish[] } | { ok: false; errors: FormErrors } {
  const parsed = parseForm(
    Counter,
    [...form].filter(([name]) => name.startsWith("counter.")),
  );
  if (!parsed.ok) return { ok: false, errors: parsed.errors };
  const w = words[lang].merchant;
  const wishes = parsed.value.counter.flatMap(({ line, rate, text }) => {
    const parts = [rate === null ? "" : w.rateWished(rate.replace(",", ".")), text].filter(Boolean);
    return parts.length > 0 ? { line, text: parts.join(" · ") } : [];
  });
  return { ok: true, wishes };
}

/** All wishes as the one text that the law keeps: what was written freely, then each line by its name. */
export const wishText = (
  free: string,
  wishes: readonly LineWish[],
  lines: readonly Pick<LineView, "place" | "channel" | "country">[],
): string =>
  [
    free,
    ...wishes.map(({ line, text }) => {
      const named = lines.find(({ place }) => place === line);
      return named ? `${named.channel} · ${named.country}: ${text}` : text;
    }),
  ]
    .filter(Boolean)
    .join("\n");
