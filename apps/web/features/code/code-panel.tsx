'use client';
import { usePanes } from '@/features/file/panes.ts';
import { CodeBlocks } from './code-blocks.tsx';

/** The board's diagrams as code: beside the board, or below it on a small screen. Neither covers the other. */
export function CodePanel() {
  const set = usePanes((panes) => panes.set);
  return (
    <aside
      aria-label="Code"
      className="flex h-[48dvh] shrink-0 flex-col border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] min-[900px]:h-auto min-[900px]:w-[clamp(18rem,30vw,26rem)] min-[900px]:border-t-0 min-[900px]:border-l"
    >
      <CodeBlocks onClose={() => set({ code: false })} />
    </aside>
  );
}
