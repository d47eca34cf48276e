'use client';
import { sameJson } from '@autograph/document';
import { boxInView, fitBox, slidesOf } from '@autograph/editor';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { Keys } from '@/components/ui/keys.tsx';
import { useStage } from '@/features/canvas/stage.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorValue } from '@/features/file/use-editor-value.ts';
import { cn } from '@/lib/cn.ts';
import { focusBoard } from '@/lib/focus-board.ts';
import { isTyping } from '@/lib/is-typing.ts';
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
    // An audience sees the board, and a slip of the hand must not change it.
    editor.setTool('hand');
    focusBoard();
    return () => {
      editor.changeSettings({ grid });
      editor.setTool('select');
      // The board gets its former room in the next frame, and takes what it shows along.
      requestAnimationFrame(() => requestAnimationFrame(() => editor.moveTo(camera)));
      focusBoard();
    };
  }, [editor]);

  const slide = slides[at];
  const shown = useEditorValue(
    editor,
    ['camera', 'document'],
    ({ camera, scene }) => {
      const box = slide === undefined ? undefined : scene.pageBounds(slide);
      return box && boxInView(camera, box);
    },
    sameJson,
  );
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
      const onButton = event.target instanceof Element && event.target.closest('button, a') !== null;
      const step = stepOf(event.key, onButton);
      const isMove = step !== undefined && slides.length > 0;
      if (!isMove && event.key !== 'Escape' && (onButton || isZoom(event))) return;
      event.stopPropagation();
      if (event.key === 'Escape') leave();
      else if (isMove) go(at + step);
      else return;
      event.preventDefault();
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
    <>
      {shown ? (
        <div
          aria-hidden
          className="pointer-events-none absolute z-[5] shadow-[0_0_0_200vmax_#101114]"
          style={{ left: shown.x, top: shown.y, width: shown.w, height: shown.h }}
        />
      ) : null}
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
    </>
  );
}

/** To look closer is no change. */
const isZoom = ({ ctrlKey, metaKey, key }: KeyboardEvent) => (ctrlKey || metaKey) && /^[-+=0]$/.test(key);
