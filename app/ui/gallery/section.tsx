import type { ReactNode } from "react";

/** A shelf of the gallery. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-6 border-t border-line py-8">
      <h2 className="text-21">{title}</h2>
      {children}
    </section>
  );
}
