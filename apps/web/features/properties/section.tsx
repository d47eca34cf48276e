import type { ReactNode } from 'react';

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-2 border-line border-b px-3 py-3 last:border-b-0">
      <h3 className="font-medium text-ink-faint text-xs">{title}</h3>
      {children}
    </section>
  );
}
