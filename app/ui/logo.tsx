/** The mark: a quay, a ship's side, and the plank between them. */
export function Mark({ className = "size-7" }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 28 28"
      aria-hidden="true"
      className={className}
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M2.5 21.5h6.5" stroke="currentColor" strokeWidth="3" />
      <path d="M9 21.5L19.5 9.5" stroke="var(--accent)" strokeWidth="3" />
      <path d="M19.5 9.5h6c0 5.5-1.8 9.500-5.500 12" stroke="currentColor" strokeWidth="3" />
    </svg>
  );
}

export function Wordmark({ small }: { small?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2 text-ink">
      <Mark className={small ? "size-6" : "size-7"} />
      <span translate="no" className={`${small ? "text-17" : "text-21"} font-bold tracking-[-0.03em]`}>
        Gangway
      </span>
    </span>
  );
}
