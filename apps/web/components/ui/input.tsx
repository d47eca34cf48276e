import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn.ts';

export const inputClass =
  'h-8 pointer-coarse:h-11 w-full min-w-0 rounded-md border border-line bg-raised px-2 text-ink text-sm outline-offset-0 transition-colors placeholder:text-ink-faint hover:border-line-strong focus-visible:outline-2 focus-visible:outline-accent aria-invalid:border-danger disabled:opacity-50';

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={cn(inputClass, className)} {...props} />;
}
