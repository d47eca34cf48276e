import { cn } from '@/lib/cn.ts';

/** The place of something that is on its way. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('animate-shimmer rounded-md bg-pressed', className)} />;
}
