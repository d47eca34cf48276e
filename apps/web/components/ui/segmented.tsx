'use client';
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn.ts';
import { Tooltip } from './tooltip.tsx';

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly content?: ReactNode;
}

/** One of two to five choices, side by side; icons get their label as a tooltip. */
export function Segmented<V extends string>({
  label,
  value,
  segments,
  onChange,
  className,
}: {
  label: string;
  value: V | undefined;
  segments: readonly Segment<V>[];
  onChange: (value: V) => void;
  className?: string;
}) {
  const pick = (picked: string) => {
    const segment = segments.find((candidate) => candidate.value === picked);
    if (segment) onChange(segment.value);
  };
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value ?? ''}
      onValueChange={pick}
      className={cn('inline-flex h-8 pointer-coarse:h-12 rounded-md bg-sunken p-0.5', className)}
    >
      {segments.map((segment) => {
        const item = (
          <ToggleGroup.Item
            key={segment.value}
            value={segment.value}
            aria-label={segment.label}
            className="inline-flex h-7 pointer-coarse:h-11 min-w-7 pointer-coarse:min-w-11 flex-auto items-center justify-center gap-1 rounded-[5px] px-2.5 font-medium text-ink-soft text-sm transition-colors enabled:hover:text-ink disabled:opacity-50 data-[state=on]:bg-raised data-[state=on]:text-ink data-[state=on]:shadow-[0_1px_2px_#0002] [&_svg]:size-4"
          >
            {segment.content ?? segment.label}
          </ToggleGroup.Item>
        );
        return segment.content ? (
          <Tooltip key={segment.value} label={segment.label}>
            <span className="inline-flex flex-auto">{item}</span>
          </Tooltip>
        ) : (
          item
        );
      })}
    </ToggleGroup.Root>
  );
}
