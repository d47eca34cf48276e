'use client';
import { Pencil, RotateCcw } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { Keys } from '@/components/ui/keys.tsx';
import { KeyRecorder } from './key-recorder.tsx';
import type { Shortcut } from './shortcut-table.ts';

/** One action with its keys, and the way to change them. */
export function ShortcutRow({
  shortcut,
  keysOf,
  changed,
  recording,
  onRecord,
  onSave,
  onReset,
}: {
  shortcut: Shortcut;
  keysOf: (id: string) => readonly string[];
  changed: boolean;
  recording: boolean;
  onRecord: (recording: boolean) => void;
  onSave: (chord: string) => void;
  onReset: () => void;
}) {
  const { id, label, fixed } = shortcut;
  const keys = keysOf(id);
  return (
    <li className="border-line border-b px-4 py-1.5 last:border-b-0">
      <div className="flex min-h-8 items-center gap-2">
        <span className="min-w-0 flex-1 truncate">{label}</span>
        <span className="flex shrink-0 gap-1">
          {keys.length === 0 ? (
            <span className="text-ink-faint text-xs">No keys</span>
          ) : (
            keys.map((chord) => <Keys key={chord} keys={chord} />)
          )}
        </span>
        <span className="flex w-18 shrink-0 justify-end">
          {fixed ? (
            <span className="text-ink-faint text-xs">Fixed</span>
          ) : (
            <>
              {changed ? (
                <IconButton label={`Reset ${label}`} size="icon-sm" onClick={onReset}>
                  <RotateCcw />
                </IconButton>
              ) : null}
              <IconButton label={`Change keys of ${label}`} size="icon-sm" aria-expanded={recording} onClick={() => onRecord(!recording)}>
                <Pencil />
              </IconButton>
            </>
          )}
        </span>
      </div>
      {recording ? <KeyRecorder shortcut={shortcut} keysOf={keysOf} onSave={onSave} onCancel={() => onRecord(false)} /> : null}
    </li>
  );
}
