import type { SystemState } from '@autograph/contracts/system.ts';
import { cn } from '@/lib/cn.ts';

function sizeOf(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** step).toFixed(step < 2 ? 0 : 1)} ${units[step]}`;
}

/** What the buckets hold, and how much of what they may. */
export function Storage({ storage: { buckets, capacity_bytes } }: { storage: SystemState['storage'] }) {
  const used = buckets.reduce((sum, { bytes }) => sum + bytes, 0);
  const share = capacity_bytes === null ? null : used / Math.max(1, capacity_bytes);
  return (
    <div className="px-4 py-3 tabular-nums">
      <p>
        <span className="font-medium">{sizeOf(used)}</span>
        {capacity_bytes === null ? null : <span className="text-ink-soft"> of {sizeOf(capacity_bytes)}</span>}
      </p>
      {share === null ? null : (
        <div className="mt-2 h-1.5 overflow-hidden rounded-full bg-sunken">
          <div className={cn('h-full bg-accent', share >= 0.8 && 'bg-danger')} style={{ width: `${Math.min(100, share * 100)}%` }} />
        </div>
      )}
      <p className="mt-2 text-ink-faint">{buckets.map(({ name, bytes }) => `${name} ${sizeOf(bytes)}`).join(' · ')}</p>
    </div>
  );
}
