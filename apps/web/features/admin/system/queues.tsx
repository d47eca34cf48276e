import type { SystemState } from '@autograph/contracts/system.ts';
import { cn } from '@/lib/cn.ts';

const figures = ['waiting', 'active', 'failed'] as const;

/** How much work waits in the background. */
export function Queues({ queues }: { queues: SystemState['queues'] }) {
  if (queues.length === 0) return <p className="px-4 py-3 text-ink-faint">Nothing waits.</p>;
  return (
    <ul className="tabular-nums">
      {queues.map((queue) => (
        <li key={queue.name} className="flex flex-wrap items-baseline gap-x-4 border-line border-b px-4 py-1.5 last:border-b-0">
          <span className="min-w-32 flex-1 font-medium">{queue.name}</span>
          {figures.map((figure) => (
            <span key={figure} className={cn('text-ink-faint', figure === 'failed' && queue.failed > 0 && 'text-danger')}>
              {queue[figure]} {figure}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
