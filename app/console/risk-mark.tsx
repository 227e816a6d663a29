import { useWords } from "#app/i18n/use-words.ts";
import type { RiskBand } from "./risk.ts";
import { words } from "./words.ts";

/** How risky, in a word and in bars: never in colour alone. */
export function RiskMark({ band, score }: { band: RiskBand | null; score?: number | null }) {
  const w = useWords(words).risks;
  if (!band) return <span className="text-ink-2">{w.unknown}</span>;
  const bars = { low: 1, medium: 2, high: 3 }[band];
  return (
    <span
      className={`inline-flex items-baseline gap-1.5 whitespace-nowrap ${band === "high" ? "font-semibold text-problem" : ""}`}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3 fill-current">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={bar * 4.5}
            y={8 - bar * 4}
            width="3"
            height={4 + bar * 4}
            opacity={bar < bars ? 1 : 0.25}
          />
        ))}
      </svg>
      {w[band]}
      {score === null || score === undefined ? null : <span className="num text-ink-2">{score}</span>}
    </span>
  );
}
