'use client';
import { chordOf, isModifierKey } from '@autograph/editor';
import { modifiersOf } from '@autograph/editor-dom';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Keys } from '@/components/ui/keys.tsx';
import { conflictsOf, type Shortcut } from './shortcut-table.ts';

/** Keys that move the focus or that browsers never hand over. */
const unusable = new Set(['Tab', 'shift+Tab', 'Escape', 'mod+w', 'mod+t', 'mod+n', 'mod+shift+t', 'mod+shift+n', 'mod+q', 'F5', 'F11']);

/** Waits for new keys of an action, says who has them now, and saves or leaves it. */
export function KeyRecorder({
  shortcut,
  keysOf,
  onSave,
  onCancel,
}: {
  shortcut: Shortcut;
  keysOf: (id: string) => readonly string[];
  onSave: (chord: string) => void;
  onCancel: () => void;
}) {
  const [chord, setChord] = useState<string | null>(null);
  const field = useRef<HTMLButtonElement>(null);
  useEffect(() => field.current?.focus(), []);
  const conflicts = chord === null ? [] : conflictsOf(shortcut.id, chord, keysOf);
  const refusal =
    chord === null
      ? null
      : unusable.has(chord)
        ? 'The browser keeps these keys for itself.'
        : (conflicts.find(({ fixed }) => fixed) ?? null) && 'These keys belong to the clipboard or the text editor.';
  const record = (event: KeyboardEvent) => {
    if (event.key === 'Tab' || (event.key === 'Enter' && chord !== null)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onCancel();
    else if (!isModifierKey(event.key)) setChord(chordOf({ key: event.key, code: event.code, modifiers: modifiersOf(event) }));
  };
  const others = conflicts.map(({ label }) => label).join(', ');
  return (
    <fieldset
      aria-label={`New keys for ${shortcut.label}`}
      className="flex flex-wrap items-center gap-2 rounded-md bg-accent-soft px-2 py-1.5"
    >
      <button
        ref={field}
        type="button"
        onKeyDown={record}
        className="flex h-7 min-w-28 items-center justify-center rounded-md border border-accent bg-raised px-2 text-ink-soft"
      >
        {chord === null ? 'Press the new keys' : <Keys keys={chord} className="border-transparent bg-transparent text-ink text-sm" />}
      </button>
      <p role="status" className="min-w-0 flex-1 text-ink-soft text-xs">
        {refusal ??
          (others ? `Used for “${others}”: saving takes the keys from there.` : chord === null ? 'Escape leaves it as it is.' : '')}
      </p>
      <Button size="sm" look="primary" disabled={chord === null || refusal !== null} onClick={() => chord !== null && onSave(chord)}>
        Save
      </Button>
      <Button size="sm" onClick={onCancel}>
        Cancel
      </Button>
    </fieldset>
  );
}
