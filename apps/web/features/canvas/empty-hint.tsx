'use client';
import { CodeXml, Sparkles } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { Keys } from '@/components/ui/keys.tsx';
import { useKeysOf } from '@/features/commands/use-keymap.ts';
import { usePanes } from '@/features/file/panes.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { useFlag } from '@/features/flags/use-flag.ts';
import { insertDiagram } from '@/features/insert/insert.ts';
import { templates } from '@/features/insert/templates.ts';

const hints = [
  { id: 'tool_rectangle', word: 'box' },
  { id: 'tool_arrow', word: 'arrow' },
  { id: 'tool_text', word: 'text' },
  { id: 'shortcuts', word: 'all keys' },
];

/** What to do with an empty board; it lets the pointer through. */
export function EmptyHint() {
  const { editor } = useFileSession();
  const keysOf = useKeysOf();
  const generates = useFlag('ai_generation');
  const [first] = templates;
  return (
    <div className="pointer-events-none absolute inset-0 z-5 grid place-items-center p-6 pb-24 text-center">
      <div className="grid justify-items-center gap-4">
        <p className="font-semibold text-lg">Start anywhere</p>
        <p className="text-ink-soft pointer-coarse:hidden">
          {hints.map(({ id, word }, at) => {
            const keys = keysOf(id);
            return keys ? (
              <span key={id}>
                {at > 0 ? ' · ' : ''}
                <Keys keys={keys} /> {word}
              </span>
            ) : null;
          })}
        </p>
        <div className="pointer-events-auto flex flex-wrap justify-center gap-2">
          <Button
            onClick={() => {
              if (first) insertDiagram(editor, first);
              usePanes.getState().offerCode();
            }}
          >
            <CodeXml /> Diagram from code
          </Button>
          {generates ? (
            <Button onClick={() => usePanes.getState().set({ prompt: true })}>
              <Sparkles /> Describe it
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  );
}
