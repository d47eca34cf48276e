import type { ReactNode } from 'react';

/** What a list says when it has nothing, and what to do about it. */
export function EmptyState({ icon, title, children, action }: { icon: ReactNode; title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-16 text-center">
      <div className="mb-2 grid size-12 place-items-center rounded-xl bg-accent-soft text-accent [&_svg]:size-6">{icon}</div>
      <h2 className="font-semibold text-lg">{title}</h2>
      <p className="max-w-80 text-ink-soft">{children}</p>
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}
