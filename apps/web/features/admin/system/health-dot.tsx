import { cn } from '@/lib/cn.ts';

const looks = { healthy: 'bg-success', unhealthy: 'bg-danger', unknown: 'bg-line-strong' } as const;
const words = { healthy: 'well', unhealthy: 'down', unknown: 'not known' } as const;

/** How something does, as a colour and, for who does not see it, as a word. */
export function HealthDot({ status }: { status: keyof typeof looks }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={cn('size-2 shrink-0 rounded-full', looks[status])} />
      <span className={status === 'unhealthy' ? 'font-medium text-danger' : 'text-ink-soft'}>{words[status]}</span>
    </span>
  );
}
