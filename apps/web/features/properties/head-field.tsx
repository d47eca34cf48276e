'use client';
import { type ArrowHead, arrowHeads } from '@autograph/document';
import { pathData } from '@autograph/render/svg-path.ts';
import { drawHead, headInset } from '@autograph/shapes/arrow-heads.ts';
import { useState } from 'react';
import { inputClass } from '@/components/ui/input.tsx';
import { NamedChoices } from '@/components/ui/named-choices.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover.tsx';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { cn } from '@/lib/cn.ts';
import { headNames } from './choices.ts';
import type { Shared } from './shared-values.ts';

const width = 1.25;
const tip = { x: 34, y: 8 };

/** The end of a line with its mark, as it is drawn on the board; the start of a line looks the other way. */
function HeadPicture({ head, side }: { head: ArrowHead; side: 'start' | 'end' }) {
  const marks = drawHead(head, tip, { x: 1, y: 0 }, { width, paint: 'currentColor', ground: 'var(--color-raised)' });
  return (
    <svg
      viewBox="0 0 36 16"
      aria-hidden
      className={cn('h-4 w-9 shrink-0', side === 'start' && '-scale-x-100')}
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={`M2 8H${tip.x - headInset(head, width)}`} stroke="currentColor" strokeWidth={width} />
      {marks.map((mark) =>
        mark.kind === 'path' ? (
          <path key={pathData(mark.path)} d={pathData(mark.path)} fill={mark.fill ?? 'none'} stroke="currentColor" strokeWidth={width} />
        ) : null,
      )}
    </svg>
  );
}

/** What an end of a line bears, picked from pictures. */
export function HeadField({
  side,
  value,
  onChange,
}: {
  side: 'start' | 'end';
  value: Shared<ArrowHead>;
  onChange: (head: ArrowHead) => void;
}) {
  const [open, setOpen] = useState(false);
  const label = side === 'start' ? 'Start of the line' : 'End of the line';
  const pick = (head: ArrowHead | undefined) => {
    if (head) onChange(head);
    setOpen(false);
  };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <Tooltip label={label}>
        <PopoverTrigger
          aria-label={`${label}: ${value.value ? headNames[value.value] : 'Mixed'}`}
          className={cn(inputClass, 'grid place-items-center')}
        >
          {value.value ? <HeadPicture head={value.value} side={side} /> : <span className="text-ink-faint">Mixed</span>}
        </PopoverTrigger>
      </Tooltip>
      <PopoverContent className="p-1.5">
        <NamedChoices
          label={label}
          value={value.value}
          choices={arrowHeads.map((head) => ({ value: head, name: headNames[head], picture: <HeadPicture head={head} side={side} /> }))}
          onPick={pick}
          className="grid-cols-4"
          itemClass="h-8 w-12 pointer-coarse:h-11"
        />
      </PopoverContent>
    </Popover>
  );
}
