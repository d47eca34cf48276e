import type { ReactNode } from 'react';
import { cn } from '@/lib/cn.ts';

const looks = {
  info: 'bg-accent-soft text-ink',
  danger: 'bg-danger-soft text-danger',
} as const;

/** A sentence that stands out: what happened, or what is wrong, which screen readers say at once. */
export function Notice({ look = 'info', children }: { look?: keyof typeof looks; children: ReactNode }) {
  return (
    <div role={look === 'danger' ? 'alert' : 'status'} className={cn('rounded-md px-3 py-2', looks[look])}>
      {children}
    </div>
  );
}
