import type { ReactNode } from "react";

/** Nothing here, why, and what to do about it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid justify-items-start gap-2 rounded-md border border-dashed border-line px-6 py-8">
      <p className="text-17 font-semibold">{title}</p>
      {children ? <div className="max-w-prose text-15 text-ink-2">{children}</div> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
