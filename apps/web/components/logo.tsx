import { cn } from '@/lib/cn.ts';

/** Two nodes and the edge that code draws between them. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className={cn('size-6 text-accent', className)}>
      <rect x="2" y="2" width="10" height="8" rx="2.5" fill="currentColor" />
      <rect x="12" y="14" width="10" height="8" rx="2.5" stroke="currentColor" strokeWidth="2" />
      <path d="M7 10v5a3 3 0 0 0 3 3h2" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
