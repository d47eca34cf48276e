'use client';
import { CodeXml, Sparkles } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { Keys } from '@/components/ui/keys.tsx';
import { usePanes } from '@/features/file/panes.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { insertDiagram } from '@/features/insert/insert.ts';
import { templates } from '@/features/insert/templates.ts';

/** What to do with an empty board; it lets the pointer through. */
export function EmptyHint() {
  const { editor } = useFileSession();
  const [first] = templates;
  return (
    <div className="pointer-events-none absolute inset-0 z-5 grid place-items-center p-6 pb-24 text-center">
      <div className="grid justify-items-center gap-4">
        <p className="font-semibold text-lg">Start anywhere</p>
        <p className="text-ink-soft pointer-coarse:hidden">
          <Keys keys="r" /> box · <Keys keys="a" /> arrow · <Keys keys="t" /> text · <Keys keys="?" /> all keys
        </p>
        <div className="pointer-events-auto flex flex-wrap justify-center gap-2">
          <Button
            onClick={() => {
              if (first) insertDiagram(editor, first.source);
              usePanes.getState().offerCode();
            }}
          >
            <CodeXml /> Diagram from code
          </Button>
          <Button onClick={() => usePanes.getState().set({ prompt: true })}>
            <Sparkles /> Describe it
          </Button>
        </div>
      </div>
    </div>
  );
}
