'use client';
import { Switch as Primitive } from 'radix-ui';
import { useId } from 'react';
import { Keys } from './keys.tsx';

/** A setting that is on or off, with its name before it. */
export function Switch({
  label,
  keys,
  checked,
  onChange,
}: {
  label: string;
  keys?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="flex h-8 pointer-coarse:h-11 items-center gap-2">
      <label htmlFor={id} className="flex-1 truncate">
        {label}
      </label>
      {keys ? <Keys keys={keys} className="border-transparent bg-transparent" /> : null}
      <Primitive.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        className="relative h-4.5 w-8 shrink-0 rounded-full bg-line-strong transition-colors data-[state=checked]:bg-accent"
      >
        <Primitive.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-white shadow-raised transition-transform data-[state=checked]:translate-x-4" />
      </Primitive.Root>
    </div>
  );
}
