'use client';
import { findShapes } from '@autograph/editor';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button.tsx';
import { Input } from '@/components/ui/input.tsx';
import { bringIntoView } from '@/features/canvas/bring-into-view.ts';
import { useStage } from '@/features/canvas/stage.ts';
import { useFileSession } from '@/features/file/session-context.ts';
import { useEditorVersion } from '@/features/file/use-editor-version.ts';
import { focusBoard } from '@/lib/focus-board.ts';

/** Finds text on the board, goes from one place to the next and selects what is there. */
export function FindBar() {
  const { editor } = useFileSession();
  const { find, set } = useStage();
  useEditorVersion(editor, 'document');
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (find) input.current?.select();
  }, [find]);
  if (!find) return null;
  const found = findShapes(editor, words);
  const go = (ids: readonly string[], to: number) => {
    const place = ids.length === 0 ? 0 : (to + ids.length) % ids.length;
    setAt(place);
    const id = ids[place];
    if (id === undefined) return;
    editor.select([id]);
    bringIntoView(editor, id);
    editor.keepClear([id]);
  };
  const close = () => {
    set({ find: false });
    focusBoard();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp')
      go(found, at + (event.shiftKey || event.key === 'ArrowUp' ? -1 : 1));
    else return;
    event.preventDefault();
  };
  const count = words.trim() === '' ? '' : found.length === 0 ? 'None' : `${Math.min(at, found.length - 1) + 1} of ${found.length}`;
  return (
    <search className="absolute top-3 left-1/2 z-20 flex w-[min(22rem,calc(100%-1.5rem))] -translate-x-1/2 animate-appear items-center gap-1 rounded-xl border border-line bg-raised p-1 shadow-overlay">
      <Input
        ref={input}
        autoFocus
        aria-label="Find on the canvas"
        placeholder="Find on the canvas"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          go(findShapes(editor, event.target.value), 0);
        }}
        onKeyDown={onKeyDown}
        className="border-transparent bg-transparent hover:border-transparent"
      />
      <span role="status" className="whitespace-nowrap px-1 text-ink-faint text-xs tabular-nums">
        {count}
      </span>
      <IconButton label="Previous" keys="shift+enter" size="icon-sm" disabled={found.length === 0} onClick={() => go(found, at - 1)}>
        <ChevronUp />
      </IconButton>
      <IconButton label="Next" keys="enter" size="icon-sm" disabled={found.length === 0} onClick={() => go(found, at + 1)}>
        <ChevronDown />
      </IconButton>
      <IconButton label="Close" keys="escape" size="icon-sm" onClick={close}>
        <X />
      </IconButton>
    </search>
  );
}
