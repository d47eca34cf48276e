'use client';
import { Keys } from '@/components/ui/keys.tsx';
import { groupedShortcuts } from './shortcut-table.ts';
import { useKeymap } from './use-keymap.ts';

/** Every action that has keys, in groups; with words only those that mention them. */
export function ShortcutsList({ words }: { words: string }) {
  const keymap = useKeymap();
  const groups = groupedShortcuts(words, ({ id }) => keymap.keysOf(id).length > 0);
  if (groups.length === 0) return <p className="py-8 text-center text-ink-soft">No shortcut is called that.</p>;
  return (
    <div className="columns-1 gap-8 sm:columns-2">
      {groups.map(({ name, items }) => (
        <section key={name} aria-label={name} className="mb-6">
          <h3 className="mb-1 break-after-avoid font-medium text-ink-faint text-xs">{name}</h3>
          <dl>
            {items.map(({ id, label }) => (
              <div
                key={id}
                className="flex min-h-8 break-inside-avoid items-center justify-between gap-4 border-line border-b last:border-b-0"
              >
                <dt className="truncate">{label}</dt>
                <dd className="flex shrink-0 gap-1">
                  {keymap
                    .keysOf(id)
                    .slice(0, 2)
                    .map((chord) => (
                      <Keys key={chord} keys={chord} />
                    ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
