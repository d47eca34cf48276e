'use client';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { Input } from '@/components/ui/input.tsx';
import { cn } from '@/lib/cn.ts';
import { evaluate } from './arithmetic.ts';
import type { Shared } from './shared-values.ts';

/** How long typing rests before a number counts, ms. */
const rest = 350;

const rounded = (value: number) => Math.round(value * 100) / 100;
const shown = ({ mixed, value }: Shared<number>) => (mixed || value === undefined ? '' : String(rounded(value)));

/**
 * A number with its letter. It takes sums (`100+20`, `*2`); arrow keys step it by 1, with Shift by 10; dragging the letter
 * scrubs it. What is typed counts without a further key. Nothing is changed until it differs.
 */
export function NumberField({
  label,
  letter,
  value,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
  onChange,
  onScrub,
}: {
  label: string;
  letter: string;
  value: Shared<number>;
  min?: number;
  max?: number;
  onChange: (value: number) => void;
  /** Shows a value while it is being dragged; null when that is over. */
  onScrub?: (value: number | null) => void;
}) {
  const current = shown(value);
  const [draft, setDraft] = useState(current);
  const scrub = useRef<{ readonly x: number; readonly from: number; to: number } | null>(null);
  const typing = useRef(false);
  useEffect(() => {
    // What is being typed is not overwritten by the arrival of what was typed before.
    if (!typing.current) setDraft(current);
  }, [current]);
  const within = (number: number) => Math.min(max, Math.max(min, number));
  const apply = (number: number) => {
    typing.current = false;
    const next = rounded(within(number));
    setDraft(String(next));
    if (String(next) !== current) onChange(next);
  };
  const giveUp = () => {
    typing.current = false;
    setDraft(current);
  };
  const commit = (text: string) => {
    const number = evaluate(text, value.value);
    if (number === undefined) giveUp();
    else apply(number);
  };
  const latest = useRef(apply);
  latest.current = apply;
  useEffect(() => {
    const number = /^-?\d+([.,]\d+)?$/.test(draft) ? evaluate(draft) : undefined;
    if (draft === current || number === undefined || number < min || number > max || scrub.current) return;
    const timer = setTimeout(() => latest.current(number), rest);
    return () => clearTimeout(timer);
  }, [draft, current, min, max]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') commit(draft);
    if (event.key === 'Escape') giveUp();
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction === undefined || value.mixed) return;
    event.preventDefault();
    apply((evaluate(draft, value.value) ?? value.value ?? 0) + direction * (event.shiftKey ? 10 : 1));
  };
  const start = (event: PointerEvent<HTMLElement>) => {
    if (value.value === undefined) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    scrub.current = { x: event.clientX, from: value.value, to: value.value };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const { current: drag } = scrub;
    if (!drag) return;
    drag.to = within(Math.round(drag.from + (event.clientX - drag.x) * (event.shiftKey ? 10 : 1)));
    setDraft(String(drag.to));
    onScrub?.(drag.to);
  };
  const end = () => {
    const { current: drag } = scrub;
    if (!drag) return;
    onScrub?.(null);
    if (drag.to !== drag.from) apply(drag.to);
    scrub.current = null;
  };
  return (
    <div className="relative">
      <span
        aria-hidden
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        className={cn(
          'absolute top-0 left-0 flex h-8 pointer-coarse:h-11 w-6 touch-none select-none items-center justify-center text-ink-faint text-xs',
          !value.mixed && 'cursor-ew-resize hover:text-ink',
        )}
      >
        {letter}
      </span>
      <Input
        aria-label={label}
        inputMode="decimal"
        value={draft}
        placeholder={value.mixed ? 'Mixed' : ''}
        onChange={(event) => {
          typing.current = true;
          setDraft(event.target.value);
        }}
        onFocus={(event) => event.target.select()}
        onBlur={() => commit(draft)}
        onKeyDown={onKeyDown}
        className="pl-6 tabular-nums"
      />
    </div>
  );
}
