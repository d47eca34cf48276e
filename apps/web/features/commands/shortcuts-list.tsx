'use client';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Keys } from '@/components/ui/keys.tsx';
import { mouseGestures } from './mouse-table.ts';
import { groupedShortcuts } from './shortcut-table.ts';
import { useKeymap } from './use-keymap.ts';

function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-label={name} className="mb-6 break-inside-avoid">
      <h3 className="mb-1 break-after-avoid font-medium text-ink-faint text-xs">{name}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-8 break-inside-avoid items-center justify-between gap-4 border-line border-b last:border-b-0">
      <dt className="truncate">{label}</dt>
      <dd className="flex shrink-0 items-center gap-1">{children}</dd>
    </div>
  );
}

/** Every action that has keys, in groups, and what the mouse can do; with words only those that mention them. */
export function ShortcutsList({ words }: { words: string }) {
  const keymap = useKeymap();
  const onBoard = usePathname().startsWith('/f/');
  const found = groupedShortcuts(words, ({ id }) => keymap.keysOf(id).length > 0);
  const isHere = ({ items }: (typeof found)[number]) => items.some(({ place }) => place === 'files' || place === 'everywhere');
  const groups = onBoard ? found : [...found.filter(isHere), ...found.filter((group) => !isHere(group))];
  const gestures = mouseGestures(words);
  if (groups.length === 0 && gestures.length === 0) return <p className="py-8 text-center text-ink-soft">No shortcut is called that.</p>;
  return (
    <div className="columns-1 gap-8 sm:columns-2">
      {groups.map(({ name, items }) => (
        <Group key={name} name={name}>
          {items.map(({ id, label }) => (
            <Row key={id} label={label}>
              {keymap
                .keysOf(id)
                .slice(0, 2)
                .map((chord) => (
                  <Keys key={chord} keys={chord} />
                ))}
            </Row>
          ))}
        </Group>
      ))}
      {gestures.length > 0 && (
        <Group name="With the mouse">
          {gestures.map(({ label, held, gesture }) => (
            <Row key={label} label={label}>
              {held && <Keys keys={held} />}
              <span className="text-ink-faint text-xs">{gesture}</span>
            </Row>
          ))}
        </Group>
      )}
    </div>
  );
}
