'use client';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { Input } from './input.tsx';

/** A labelled input with its hint, or what is wrong with it. */
export function Field({
  label,
  hint,
  error,
  ...props
}: ComponentProps<'input'> & { label: string; hint?: ReactNode; error?: string | undefined }) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium text-ink text-sm">
        {label}
      </label>
      <Input
        id={id}
        className="h-10 px-3 text-base"
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        {...props}
      />
      {note ? (
        <p id={`${id}-note`} role={error ? 'alert' : undefined} className={error ? 'text-danger text-sm' : 'text-ink-faint text-sm'}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
