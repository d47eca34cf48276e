'use client';
import { type ReactNode, useRef } from 'react';
import { cn } from '@/lib/cn.ts';
import { usePanes, type View } from './panes.ts';

const limits = { least: 0.2, most: 0.75 };
const clamp = (share: number) => Math.min(limits.most, Math.max(limits.least, share));

/** Note and canvas side by side, with a divider to drag or move by arrow keys; or one of them alone. */
export function SplitPanes({ view, note, canvas }: { view: View; note: ReactNode; canvas: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const { noteShare, set } = usePanes();
  const both = view === 'both';
  const drag = (clientX: number) => {
    const { left = 0, width = 1 } = box.current?.getBoundingClientRect() ?? {};
    set({ noteShare: clamp((clientX - left) / width) });
  };
  return (
    <div ref={box} className="flex min-h-0 min-w-0 flex-1">
      {view === 'canvas' ? null : (
        <div className={cn('min-w-0', !both && 'flex-1')} style={both ? { width: `${noteShare * 100}%` } : undefined}>
          {note}
        </div>
      )}
      {both ? (
        // biome-ignore lint/a11y/useSemanticElements: a splitter that can be moved is not a rule between paragraphs
        <div
          role="separator"
          aria-orientation="vertical"
          aria-label="Width of the note"
          aria-valuenow={Math.round(noteShare * 100)}
          aria-valuemin={limits.least * 100}
          aria-valuemax={limits.most * 100}
          tabIndex={0}
          onKeyDown={(event) => {
            if (event.key === 'ArrowLeft') set({ noteShare: clamp(noteShare - 0.02) });
            if (event.key === 'ArrowRight') set({ noteShare: clamp(noteShare + 0.02) });
          }}
          onDoubleClick={() => set({ noteShare: 0.5 })}
          onPointerDown={(event) => {
            event.preventDefault();
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={(event) => {
            if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event.clientX);
          }}
          className="relative z-10 -mx-1 w-2 shrink-0 cursor-col-resize touch-none after:absolute after:inset-y-0 after:left-1 after:w-px after:bg-line hover:after:left-[3px] hover:after:w-0.5 hover:after:bg-accent focus-visible:after:bg-accent active:after:left-[3px] active:after:w-0.5 active:after:bg-accent"
        />
      ) : null}
      {view === 'note' ? null : <div className="min-w-0 flex-1">{canvas}</div>}
    </div>
  );
}
