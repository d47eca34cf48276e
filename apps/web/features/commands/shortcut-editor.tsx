'use client';
import type { KeyOverrides } from '@autograph/editor/keymap.ts';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { SearchInput } from '@/components/ui/search-input.tsx';
import { giveChord, resetKeys } from './change-shortcuts.ts';
import { ShortcutRow } from './shortcut-row.tsx';
import { groupedShortcuts } from './shortcut-table.ts';
import { useKeymap } from './use-keymap.ts';
import { useSaveShortcuts } from './use-save-shortcuts.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Every action of the product with its keys, to look through, search and change. */
export function ShortcutEditor() {
  const { overrides } = useShortcuts();
  const { keysOf } = useKeymap();
  const save = useSaveShortcuts();
  const [words, setWords] = useState('');
  const [recording, setRecording] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const change = (next: KeyOverrides, done: string) => {
    save(next, done);
    setRecording(null);
    list.current?.focus();
  };
  const groups = groupedShortcuts(words, () => true);
  return (
    <>
      <div className="mb-6 flex gap-2">
        <SearchInput label="Search shortcuts" value={words} onChange={setWords} />
        <Button disabled={Object.keys(overrides).length === 0} onClick={() => change({}, 'All keys are as they came')}>
          Reset all
        </Button>
      </div>
      <div ref={list} tabIndex={-1} className="outline-none">
        {groups.map(({ name, items }) => (
          <section key={name} aria-label={name} className="mb-8">
            <h2 className="mb-2 font-semibold">{name}</h2>
            <ul className="rounded-lg border border-line bg-surface">
              {items.map((shortcut) => (
                <ShortcutRow
                  key={shortcut.id}
                  shortcut={shortcut}
                  keysOf={keysOf}
                  changed={overrides[shortcut.id] !== undefined}
                  recording={recording === shortcut.id}
                  onRecord={(on) => setRecording(on ? shortcut.id : null)}
                  onSave={(chord) => change(giveChord(overrides, shortcut.id, chord), `New keys for “${shortcut.label}” saved`)}
                  onReset={() => change(resetKeys(overrides, shortcut.id), `“${shortcut.label}” has its own keys again`)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {groups.length === 0 ? <p className="py-8 text-center text-ink-soft">No shortcut is called that.</p> : null}
    </>
  );
}
