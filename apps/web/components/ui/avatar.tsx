import { cn } from '@/lib/cn.ts';

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .filter(Boolean)
    .slice(0, 2)
    .join('')
    .toUpperCase() || '?';

/** A person as a disc with initials; `color` is theirs on the board. */
export function Avatar({ name, color, className }: { name: string; color?: string; className?: string }) {
  return (
    <span
      role="img"
      aria-label={name}
      className={cn(
        'grid size-7 shrink-0 select-none place-items-center rounded-full bg-accent font-semibold text-[10px] text-accent-ink',
        className,
      )}
      style={color ? { background: color, color: '#fff' } : undefined}
    >
      <span aria-hidden>{initials(name)}</span>
    </span>
  );
}
