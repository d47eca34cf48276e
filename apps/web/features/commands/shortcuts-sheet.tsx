'use client';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Input } from '@/components/ui/input.tsx';
import { Keys } from '@/components/ui/keys.tsx';
import { usePanes } from '@/features/file/panes.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { listShortcuts } from './list-shortcuts.ts';

/** All keys, to look through or search. */
export function ShortcutsSheet() {
  const { shortcuts, set } = usePanes();
  const { editor } = useFileSession();
  const [q, setQ] = useState('');
  const words = q.trim().toLowerCase();
  const groups = listShortcuts(editor)
    .map(({ name, items }) => ({ name, items: items.filter(({ label }) => label.toLowerCase().includes(words)) }))
    .filter(({ items }) => items.length > 0);
  return (
    <Dialog
      open={shortcuts}
      onOpenChange={(open) => set({ shortcuts: open })}
      title="Keyboard shortcuts"
      className="sm:w-[min(48rem,calc(100vw-2rem))]"
    >
      <Input
        type="search"
        aria-label="Search shortcuts"
        placeholder="Search"
        value={q}
        onChange={(event) => setQ(event.target.value)}
        className="mb-4"
      />
      <div className="columns-1 gap-8 sm:columns-2">
        {groups.map(({ name, items }) => (
          <section key={name} aria-label={name} className="mb-6 break-inside-avoid">
            <h3 className="mb-1 font-medium text-ink-faint text-xs">{name}</h3>
            <dl>
              {items.map(({ label, keys }) => (
                <div key={label} className="flex h-8 items-center justify-between gap-4 border-line border-b last:border-b-0">
                  <dt className="truncate">{label}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {keys.slice(0, 2).map((chord) => (
                      <Keys key={chord} keys={chord} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      {groups.length === 0 ? <p className="py-8 text-center text-ink-soft">No shortcut is called that.</p> : null}
    </Dialog>
  );
}
