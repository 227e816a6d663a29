import type { Tone } from "./tone.ts";

const paths: Record<Tone, JSX.Element> = {
  // A pennant: go.
  act: <path d="M3 1.5v11M3 2h8.5L9 5l2.5 3H3z" fill="currentColor" stroke="currentColor" strokeWidth="1.5" />,
  wait: (
    <>
      <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M7 4v3l2 1.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  done: <path d="M2 7.5l3.2 3.2L12 3.8" fill="none" stroke="currentColor" strokeWidth="2" />,
  closed: <path d="M3 7h8" fill="none" stroke="currentColor" strokeWidth="2" />,
  problem: (
    <>
      <path d="M7 1.5l6 11H1z" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M7 5.5v3.2M7 10.2v.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  info: (
    <>
      <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M7 6.3v3.5M7 4.2v.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
};

/** The shape that goes with a tone, so that colour never says anything alone. Decoration: the word stands beside it. */
export function Shape({ tone, className = "size-3.5" }: { tone: Tone; className?: string }) {
  return (
    <svg
      viewBox="0 0 14 14"
      aria-hidden="true"
      className={`shrink-0 ${className}`}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {paths[tone]}
    </svg>
  );
}
