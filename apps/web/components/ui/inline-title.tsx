'use client';
import { useEffect, useRef } from 'react';
import { cn } from '@/lib/cn.ts';

/** A title being renamed where it stands: Enter or leaving keeps it, Escape does not (`onDone` gets nothing then). */
export function InlineTitle({
  value,
  label,
  onDone,
  className,
}: {
  value: string;
  label: string;
  onDone: (value?: string) => void;
  className?: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  const settled = useRef(false);
  // A closing menu returns the focus to its button; take it after that.
  useEffect(() => {
    const frame = requestAnimationFrame(() => input.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);
  const settle = (title?: string) => {
    if (settled.current) return;
    settled.current = true;
    onDone(title);
  };
  return (
    <input
      ref={input}
      aria-label={label}
      defaultValue={value}
      maxLength={200}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle(event.currentTarget.value.trim());
        if (event.key === 'Escape') settle();
      }}
      onBlur={(event) => settle(event.currentTarget.value.trim())}
      className={cn('-mx-1 w-full rounded-sm bg-sunken px-1 font-medium leading-5 outline-accent', className)}
    />
  );
}
