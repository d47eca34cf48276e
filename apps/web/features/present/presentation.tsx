'use client';
import { fitBox } from '@autograph/editor';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { Keys } from '@/components/ui/keys.tsx';
import { useStage } from '@/features/canvas/stage.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { cn } from '@/lib/cn.ts';
import { focusBoard } from '@/lib/focus-board.ts';
import { isTyping } from '@/lib/is-typing.ts';
import { slidesOf } from './slides.ts';
import { stepOf } from './step-of.ts';

/** How long the bar of slides stays after the pointer rests, ms. */
const rest = 2500;

/** The board alone, and its frames as slides where there are any. */
export function Presentation() {
  const { editor } = useFileSession();
  const set = useStage((state) => state.set);
  const [slides] = useState(() => slidesOf(editor));
  const [at, setAt] = useState(0);
  const [idle, setIdle] = useState(false);
  const go = (to: number) => setAt(Math.max(0, Math.min(slides.length - 1, to)));
  const leave = () => set({ stage: 'work' });

  useEffect(() => {
    const { camera } = editor;
    const { grid } = editor.settings;
    editor.changeSettings({ grid: false });
    editor.select([]);
    focusBoard();
    return () => {
      editor.changeSettings({ grid });
      // The board gets its former room in the next frame, and takes what it shows along.
      requestAnimationFrame(() => requestAnimationFrame(() => editor.moveTo(camera)));
      focusBoard();
    };
  }, [editor]);

  const slide = slides[at];
  useEffect(() => {
    if (slide === undefined) return;
    // The board has just got its whole room.
    const frame = requestAnimationFrame(() => {
      const box = editor.scene.pageBounds(slide);
      if (box) editor.moveTo(fitBox(box, editor.viewport, 4));
    });
    return () => cancelAnimationFrame(frame);
  }, [editor, slide]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (editor.editing || isTyping(event.target)) return;
      const step = stepOf(event.key, event.target instanceof Element && event.target.closest('button, a') !== null);
      if (event.key === 'Escape') leave();
      else if (step !== undefined && slides.length > 0 && editor.selection.length === 0) go(at + step);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  });

  useEffect(() => {
    let timer = setTimeout(() => setIdle(true), rest);
    const wake = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), rest);
    };
    window.addEventListener('pointermove', wake);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', wake);
    };
  }, []);

  const leaveButton = (
    <IconButton label="End the presentation" keys="escape" side="top" onClick={leave}>
      <X />
    </IconButton>
  );
  return (
    <nav
      aria-label={slides.length > 0 ? 'Slides' : 'Presentation'}
      className={cn(
        'absolute bottom-4 left-1/2 z-10 flex -translate-x-1/2 items-center gap-0.5 rounded-xl border border-line bg-raised p-1 shadow-raised transition-opacity focus-within:opacity-100',
        idle && 'opacity-0',
      )}
    >
      {slides.length > 0 ? (
        <>
          <IconButton label="Previous slide" keys="arrowleft" side="top" disabled={at === 0} onClick={() => go(at - 1)}>
            <ChevronLeft />
          </IconButton>
          <span role="status" className="min-w-14 text-center text-ink-soft tabular-nums">
            {at + 1} of {slides.length}
          </span>
          <IconButton label="Next slide" keys="arrowright" side="top" disabled={at === slides.length - 1} onClick={() => go(at + 1)}>
            <ChevronRight />
          </IconButton>
        </>
      ) : (
        <span className="flex items-center gap-1.5 pl-2 text-ink-soft">
          <Keys keys="escape" /> ends
        </span>
      )}
      {leaveButton}
    </nav>
  );
}
