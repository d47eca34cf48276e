'use client';
import { isApple } from '@autograph/editor-dom/modifiers.ts';
import { cn } from '@/lib/cn.ts';
import { readableKeys } from '@/lib/platform.ts';

/** A key combination such as `mod+k`, in the reader's platform's names. */
export function Keys({ keys, className }: { keys: string; className?: string }) {
  return (
    <kbd
      suppressHydrationWarning
      className={cn('rounded-sm border border-line bg-sunken px-1 font-sans text-ink-faint text-xs tabular-nums', className)}
    >
      {readableKeys(keys).join(isApple() ? '' : '+')}
    </kbd>
  );
}
