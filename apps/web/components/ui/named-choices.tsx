'use client';
import { ToggleGroup } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { cn } from '@/lib/cn.ts';

export interface NamedChoice<V extends string> {
  readonly value: V;
  readonly name: string;
  readonly picture: ReactNode;
}

/** One of many choices, picked from pictures in rows. The name of the one under the pointer, or at the keyboard, stands below them: a tooltip would lie over its neighbours. */
export function NamedChoices<V extends string>({
  label,
  value,
  choices,
  onPick,
  className,
  itemClass,
}: {
  label: string;
  value: V | undefined;
  choices: readonly NamedChoice<V>[];
  /** Undefined when the present choice was pressed again. */
  onPick: (value: V | undefined) => void;
  className: string;
  itemClass: string;
}) {
  const [seen, setSeen] = useState<V | undefined>(value);
  return (
    <>
      <ToggleGroup.Root
        type="single"
        aria-label={label}
        value={value ?? ''}
        onValueChange={(picked) => onPick(choices.find((choice) => choice.value === picked)?.value)}
        className={cn('grid gap-1', className)}
      >
        {choices.map(({ value: choice, name, picture }) => (
          <ToggleGroup.Item
            key={choice}
            value={choice}
            aria-label={name}
            onPointerEnter={() => setSeen(choice)}
            onFocus={() => setSeen(choice)}
            className={cn(
              'grid place-items-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink data-[state=on]:bg-accent/12 data-[state=on]:text-accent',
              itemClass,
            )}
          >
            {picture}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      <p aria-hidden className="h-5 pt-1 text-center text-ink-soft text-xs">
        {choices.find((choice) => choice.value === seen)?.name}
      </p>
    </>
  );
}
