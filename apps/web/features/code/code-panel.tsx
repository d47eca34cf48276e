'use client';
import { Sheet } from '@/components/ui/sheet.tsx';
import { usePanes } from '@/features/file/panes.ts';
import { useMedia } from '@/lib/use-media.ts';
import { CodeBlocks } from './code-blocks.tsx';

/** The board's diagrams as code: beside the board, or as a sheet on a small screen. */
export function CodePanel() {
  const roomy = useMedia('(min-width: 900px)');
  const set = usePanes((panes) => panes.set);
  if (roomy)
    return (
      <aside aria-label="Code" className="flex w-[clamp(18rem,30vw,26rem)] shrink-0 flex-col border-line border-l bg-surface">
        <CodeBlocks onClose={() => set({ code: false })} />
      </aside>
    );
  return (
    <Sheet open onOpenChange={(code) => set({ code })} title="Code" bare>
      <div className="flex h-[48dvh] flex-col">
        <CodeBlocks onClose={() => set({ code: false })} />
      </div>
    </Sheet>
  );
}
