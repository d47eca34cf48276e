import { type ReactNode, useId } from 'react';
import { cn } from '@/lib/cn.ts';

/** A titled group of settings; its rows are parted by lines. */
export function Card({ title, lead, children, className }: { title: string; lead?: ReactNode; children: ReactNode; className?: string }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cn('mb-8', className)}>
      <h2 id={id} className="mb-2 font-semibold">
        {title}
      </h2>
      {lead ? <p className="-mt-1 mb-3 text-ink-soft">{lead}</p> : null}
      <div className="rounded-lg border border-line bg-surface">{children}</div>
    </section>
  );
}

/** One line of a card: what it is about on the left, its value or button on the right. */
export function CardRow({ label, note, children }: { label: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-3 last:border-b-0">
      <div className="min-w-0 flex-1">
        <div className="font-medium">{label}</div>
        {note ? <div className="text-ink-faint">{note}</div> : null}
      </div>
      {children ? <div className="flex shrink-0 items-center gap-2">{children}</div> : null}
    </div>
  );
}
