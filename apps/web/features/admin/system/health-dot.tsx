import { cn } from '@/lib/cn.ts';

const looks = { healthy: 'bg-success', unhealthy: 'bg-danger', unknown: 'bg-line-strong' } as const;
const words = { healthy: 'well', unhealthy: 'down', unknown: 'not known' } as const;

/** How something does, as a colour and as a word; `quiet` tells the word to who does not see the colour alone. */
export function HealthDot({ status, quiet = false }: { status: keyof typeof looks; quiet?: boolean }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={cn('size-2 shrink-0 rounded-full', looks[status])} />
      <span className={cn(quiet ? 'sr-only' : status === 'unhealthy' ? 'font-medium text-danger' : 'text-ink-soft')}>{words[status]}</span>
    </span>
  );
}
