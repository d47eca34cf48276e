'use client';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { Input } from '@/components/ui/input.tsx';
import type { Shared } from './shared-values.ts';

const shown = ({ mixed, value }: Shared<number>) => (mixed || value === undefined ? '' : String(Math.round(value * 100) / 100));

/** A number with its letter; arrow keys step it by 1, with Shift by 10. Nothing is changed until it differs. */
export function NumberField({
  label,
  letter,
  value,
  min,
  max,
  onChange,
}: {
  label: string;
  letter: string;
  value: Shared<number>;
  min?: number;
  max?: number;
  onChange: (value: number) => void;
}) {
  const current = shown(value);
  const [draft, setDraft] = useState(current);
  useEffect(() => setDraft(current), [current]);
  const commit = (text: string) => {
    const parsed = Number(text.replace(',', '.'));
    if (text.trim() === '' || !Number.isFinite(parsed)) return setDraft(current);
    const next = Math.min(max ?? parsed, Math.max(min ?? parsed, parsed));
    setDraft(String(next));
    if (String(next) !== current) onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') commit(draft);
    if (event.key === 'Escape') setDraft(current);
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (direction === undefined || value.mixed) return;
    event.preventDefault();
    commit(String((Number(draft) || 0) + direction * (event.shiftKey ? 10 : 1)));
  };
  return (
    <div className="relative">
      <span aria-hidden className="pointer-events-none absolute top-1.5 left-2 text-ink-faint text-xs leading-5">
        {letter}
      </span>
      <Input
        aria-label={label}
        inputMode="decimal"
        value={draft}
        placeholder={value.mixed ? 'Mixed' : ''}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => commit(draft)}
        onKeyDown={onKeyDown}
        className="pl-6 tabular-nums"
      />
    </div>
  );
}
